import { createHash } from 'node:crypto';
import {
	type CameraKey,
	defaultFrame,
	emptyDocument,
	type Track,
	type WanDocument,
	wholeClip,
} from '../../../src/core/document/document.ts';
import { pixelsPerUnit, type Scene, type SceneTrack } from '../kit/scene.ts';
import type { DrawnMover } from './drawScene.ts';
import { moverRegions } from './moverRegions.ts';
import type { createSnap } from './snapStart.ts';

const pinColor = 5;

/**
 * The shot over a picture: tracks in image pixels, each moved as a whole so that it starts on the best corner near by, and
 * what they move as regions.
 */
export function starterDocument(
	scene: Scene,
	picture: Uint8Array,
	snap: ReturnType<typeof createSnap>,
	movers: readonly DrawnMover[],
): WanDocument {
	const { width, height, tracks, camera = [] } = scene;
	const image = { width: width * pixelsPerUnit, height: height * pixelsPerUnit };
	const made = tracks.map((track, i) => placed(track, i, tracks, snap));
	return {
		...emptyDocument,
		name: scene.name,
		image: {
			sha256: createHash('sha256').update(picture).digest('hex'),
			...image,
			name: `${scene.id}.webp`,
			mediaType: 'image/webp',
		},
		frame: { ...defaultFrame, width, height },
		camera: { ...emptyDocument.camera, keys: camera.map(cameraKey) },
		tracks: made,
		regions: moverRegions(scene, made, movers, image),
		shot: { ...emptyDocument.shot, prompt: scene.prompt, seed: 48 },
	};
}

const cameraKey = (key: Partial<CameraKey>): CameraKey => ({
	time: 1,
	zoom: 1,
	roll: 0,
	orbit: 0,
	handheld: 0,
	easing: 'easeInOut',
	...key,
	x: (key.x ?? 0) * pixelsPerUnit,
	y: (key.y ?? 0) * pixelsPerUnit,
});

function placed(
	track: SceneTrack,
	index: number,
	all: readonly SceneTrack[],
	snap: ReturnType<typeof createSnap>,
): Track {
	const first = track.points[0]!;
	const start = snap(first, track.on, track.snap);
	const dx = start.x - first.x;
	const dy = start.y - first.y;
	const toImage = (value: number) => Math.round(value * pixelsPerUnit * 10) / 10;
	let color = index + 1;
	// Pins have a colour of their own.
	if (color >= pinColor) color++;
	return {
		id: `${track.kind === 'pin' ? 'pin' : 'track'}-${index + 1}`,
		name: track.name,
		color: track.kind === 'pin' ? pinColor : ((color - 1) % 12) + 1,
		visible: true,
		locked: false,
		kind: track.kind,
		points: track.points.map((point) => ({
			...point,
			x: toImage(point.x + dx),
			y: toImage(point.y + dy),
			...(point.handleIn && { handleIn: scaled(point.handleIn) }),
			...(point.handleOut && { handleOut: scaled(point.handleOut) }),
		})),
		closed: false,
		timing: wholeClip,
		...track.more,
		...(track.more?.follow && {
			follow: { ...track.more.follow, trackId: idOf(track.more.follow.trackId, all) },
		}),
	};
}

const scaled = ({ x, y }: { readonly x: number; readonly y: number }) => ({
	x: x * pixelsPerUnit,
	y: y * pixelsPerUnit,
});

/** A leader is told by its name. */
const idOf = (name: string, all: readonly SceneTrack[]): string => {
	const index = all.findIndex((track) => track.name === name);
	if (index < 0) throw new Error(`There is no track ${name}`);
	return `track-${index + 1}`;
};
