import { cameraField } from '../camera/cameraField.ts';
import { isCameraStill } from '../camera/cameraPoseAt.ts';
import type { WanDocument } from '../document/document.ts';
import { pinTracks } from '../pins/pinTracks.ts';
import { freshIds } from './freshIds.ts';
import type { Finding } from './rules.ts';

/** A camera alone moves nothing: where there is one and no track yet, a field of them is what is missing. */
export function withCameraField(document: WanDocument, findings: readonly Finding[]): Finding[] {
	if (document.tracks.length > 0 || isCameraStill(document.camera)) return [...findings];
	const places = cameraField(document);
	if (places.length === 0) return [...findings];
	const commands = pinTracks(document, places, freshIds(document, 'camera-field')).map((track) => ({
		type: 'track/add' as const,
		track,
	}));
	const fix = {
		id: 'addField',
		kind: 'addField',
		values: { count: places.length },
		commands,
	} as const;
	return findings.map((finding) =>
		finding.rule === 'no-tracks' ? { ...finding, fixes: [fix] } : finding,
	);
}
