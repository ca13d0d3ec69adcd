import { SAMPLE_COUNT } from '../document/document.ts';
import { parseAtiTracks } from '../formats/atiTracks.ts';
import type { AtiError, AtiNote } from '../formats/atiTypes.ts';
import type { Result } from '../result.ts';

/** One thing to know about a file of tracks; `track` counts from 0. */
export type FileFinding =
	| {
			readonly rule: 'sample-count';
			readonly severity: 'warning';
			readonly track: number;
			readonly count: number;
	  }
	/** A track that ComfyUI ignores: one point. */
	| { readonly rule: 'single-point'; readonly severity: 'warning'; readonly track: number }
	| {
			readonly rule: 'duplicate-points';
			readonly severity: 'hint';
			readonly track: number;
			readonly count: number;
	  }
	| {
			readonly rule: 'duplicate-tracks';
			readonly severity: 'warning';
			readonly track: number;
			readonly other: number;
	  }
	/** Whole numbers only: slow moves go in jerks. Importing it and smoothing helps. */
	| { readonly rule: 'whole-numbers'; readonly severity: 'hint'; readonly track: number };

export interface TracksFileReport {
	readonly findings: readonly FileFinding[];
	readonly notes: readonly AtiNote[];
	readonly tracks: readonly Float64Array[];
}

/**
 * What a file of ATI tracks would make the node do, beside what reading it tells (`notes`): NaN, null, empty tracks and
 * other shapes that the node fails on are the error, with their place.
 */
export function lintTracksFile(text: string): Result<TracksFileReport, AtiError> {
	const parsed = parseAtiTracks(text);
	if (!parsed.ok) return parsed;
	const { notes, tracks } = parsed.value;
	const findings: FileFinding[] = [];
	for (const note of notes) {
		if (note.kind === 'fewerSamples' || note.kind === 'moreSamples')
			for (const track of note.tracks)
				findings.push({ rule: 'sample-count', severity: 'warning', track, count: note.count });
		if (note.kind === 'singlePoints')
			for (const track of note.tracks)
				findings.push({ rule: 'single-point', severity: 'warning', track });
	}
	const seen = new Map<string, number>();
	tracks.forEach((samples, track) => {
		const other = seen.get(samples.join());
		if (other !== undefined)
			findings.push({ rule: 'duplicate-tracks', severity: 'warning', track, other });
		seen.set(samples.join(), track);
		const repeats = countRepeats(samples);
		if (repeats > 0 && repeats < SAMPLE_COUNT - 1)
			findings.push({ rule: 'duplicate-points', severity: 'hint', track, count: repeats });
		if (repeats < SAMPLE_COUNT - 1 && samples.every(Number.isInteger))
			findings.push({ rule: 'whole-numbers', severity: 'hint', track });
	});
	return { ok: true, value: { findings, notes, tracks } };
}

function countRepeats(samples: Float64Array): number {
	let count = 0;
	for (let i = 2; i < samples.length; i += 2)
		if (samples[i] === samples[i - 2] && samples[i + 1] === samples[i - 1]) count++;
	return count;
}
