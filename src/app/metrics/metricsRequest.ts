import { lintDocument } from '#core/lint/lintDocument.ts';
import type { LumaPicture } from '#core/pins/lumaPicture.ts';
import { frameSamples } from '#core/trajectory/frameSamples.ts';
import { lumaOf } from '#editor/influence/lumaOf.ts';
import type { Job } from '#jobs/job.ts';
import { decodePicture } from '#media/browser/decodePicture.ts';
import type { MetricsRequest } from '#metrics/report/metricsWork.ts';
import type { Studio } from '../studio/createStudio.ts';

/** What a job's video is measured against, with what the checks say of its shot. */
export async function metricsRequest(
	{ jobs, pictures }: Pick<Studio, 'jobs' | 'pictures'>,
	{ id, document }: Job,
): Promise<MetricsRequest | undefined> {
	const bytes = await jobs.getVideo(id);
	if (!bytes) return undefined;
	const entries = frameSamples(document);
	return {
		bytes,
		samples: entries.map(({ samples }) => samples),
		frame: { width: document.frame.width, height: document.frame.height },
		trackIds: entries.map(({ track }) => track.id),
		findings: lintDocument(document, await brightness(pictures, document.image?.sha256)),
	};
}

/** For the checks that look at the start image; undefined when it is gone. */
async function brightness(
	pictures: Studio['pictures'],
	sha256: string | undefined,
): Promise<LumaPicture | undefined> {
	const stored = sha256 && (await pictures.bytesOf(sha256).catch(() => undefined));
	const bitmap = stored && (await decodePicture(stored.bytes, stored.mediaType));
	if (!bitmap) return undefined;
	const luma = lumaOf(bitmap);
	bitmap.close();
	return luma;
}
