import { fail, ok, type Result } from '#core/result.ts';
import { measuredFileSentence, readMeasured } from '#metrics/adherence/readMeasured.ts';
import type { MetricsMessages } from '#text/en/metrics.ts';
import type { PointSource } from '../metrics/reportState.ts';

/** What is seen has this in its name, or no place a point: CoTracker's `pred_visibility`. */
const seenName = /vis/i;
const mostBytes = 64 * 1024 * 1024;

/**
 * Another tracker's points out of the files that a person chose: the places, and what is seen in a file of its own.
 * @param wanted What the plan and the video have.
 * @param twoFiles What is said of more files than that.
 * @returns The points, or a plain sentence.
 */
export async function readPoints(
	files: readonly File[],
	wanted: { readonly tracks: number; readonly frames: number },
	words: MetricsMessages,
	twoFiles: string,
): Promise<Result<PointSource, string>> {
	const [places = files[0], ...more] = files.filter(({ name }) => !seenName.test(name));
	const seen = files.find((file) => file !== places);
	if (!places || files.length > 2 || more.length > 0) return fail(twoFiles);
	const named = (sentence: string) => fail(`${places.name}: ${sentence}`);
	if (files.some(({ size }) => size > mostBytes)) return named(words.notMeasured.tooLarge);
	const [bytes, visibility] = await Promise.all([bytesOf(places), seen && bytesOf(seen)]);
	const read = readMeasured(bytes, visibility);
	if (!read.ok) return named(measuredFileSentence(read.error, words.notMeasured));
	const measured = read.value;
	const frames = (measured[0]?.places.length ?? 0) / 2;
	if (measured.length !== wanted.tracks || frames !== wanted.frames)
		return named(words.otherShape(measured.length, frames, wanted.tracks, wanted.frames));
	return ok({ measured, measuredFrom: places.name });
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());
