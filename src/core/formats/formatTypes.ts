import type { ControlPoint, Timing } from '../document/document.ts';
import type { AtiError, AtiNote, FoundValue } from './atiTypes.ts';
import type { Project, ProjectError } from './projectFile.ts';

export const formatLimits = {
	/** Bytes of a file that is no project, and of what is inflated out of it. */
	bytes: 64 * 1024 * 1024,
	tracks: 5000,
	/** Points of one track. */
	points: 100_000,
	/** Numbers of a file, all tracks together. */
	values: 16_000_000,
	/** Lists in lists. */
	depth: 64,
	/** Largest coordinate, either way, px of its space. */
	coordinate: 1e6,
} as const;

/** In what the numbers of a file are measured; origin top left, y down. */
export type Space =
	/** Pixels of the output frame. */
	| { readonly of: 'frame' }
	/** Pixels of the start image, before any crop. */
	| { readonly of: 'image' }
	/** Shares of the output frame's sides, 0..1. */
	| { readonly of: 'unit' }
	/**
	 * Pixels of a drawing area of its own. It shows the output frame, or (`either`) the whole image where it has the image's
	 * shape and the frame has another.
	 */
	| {
			readonly of: 'canvas';
			readonly width: number;
			readonly height: number;
			readonly shows: 'frame' | 'either';
	  };

/** A track whose file knows its curve. */
export interface ForeignCurve {
	readonly kind: 'curve';
	readonly name?: string;
	/** In the file's space; one point is a pin. Handles relative to their point. */
	readonly points: readonly ControlPoint[];
	readonly closed: boolean;
	readonly timing: Timing;
}

/** A track of which only positions are known. */
export interface ForeignSamples {
	readonly kind: 'samples';
	readonly name?: string;
	/** x, y pairs in the file's space, at even times from the start of the clip; one pair or more. */
	readonly samples: Float64Array;
	/** How many such pairs the whole clip has: more than there are for a track that is released early. */
	readonly of: number;
}

export type ForeignTrack = ForeignCurve | ForeignSamples;

/** What was done to read a file that is fine but unusual. */
export type FormatNote =
	| AtiNote
	/** Tracks that are never visible were left out. */
	| { readonly kind: 'invisibleTracks'; readonly count: number }
	/** Tracks that appear late or are hidden meanwhile: they stand still, or go on evenly, there. */
	| { readonly kind: 'gapsFilled'; readonly count: number }
	/** The editor it comes from draws this kind of curve differently. */
	| { readonly kind: 'approximated'; readonly what: string }
	/** Out of this many nodes of a workflow. */
	| { readonly kind: 'fromNodes'; readonly nodes: readonly string[] }
	/** Pixels of a start image that is not known: taken for the frame's. */
	| { readonly kind: 'imageUnknown' }
	/** Keys after the end of the clip were left out. */
	| { readonly kind: 'afterTheEnd'; readonly count: number };

export interface ForeignTracks {
	readonly kind: 'tracks';
	readonly format: FormatId;
	readonly space: Space;
	readonly tracks: readonly ForeignTrack[];
	readonly notes: readonly FormatNote[];
}

export type ForeignFile =
	| ForeignTracks
	| { readonly kind: 'project'; readonly format: 'project'; readonly project: Project };

/** What a reader may need of the shot that the tracks come into. */
export interface ReadContext {
	/** Of the clip. */
	readonly length: number;
	readonly fps: number;
}

/** Why a file could not be read. `path` is like `paths[2].points[17].y`; indices count from 0. */
export type FormatError =
	| { readonly kind: 'empty' }
	/** Nothing here is known. */
	| { readonly kind: 'unknownFormat' }
	| {
			readonly kind: 'tooLarge';
			readonly what: 'file' | 'content' | 'values' | 'tracks' | 'points';
			readonly size: number;
			readonly limit: number;
	  }
	| { readonly kind: 'tooDeep'; readonly limit: number }
	| { readonly kind: 'notJson'; readonly line?: number; readonly column?: number }
	/** The container is broken at a byte or a line. */
	| {
			readonly kind: 'damaged';
			readonly what: 'zip' | 'pickle' | 'npy' | 'svg' | 'text';
			readonly at: number;
	  }
	/** A pickle that asks to run something: a global, or an instruction that no tracks need. */
	| { readonly kind: 'refusedPickle'; readonly what: string }
	/** Whole, but a variant that is not read: a type of number, a way of packing. */
	| { readonly kind: 'unsupported'; readonly what: string }
	| { readonly kind: 'wrongShape'; readonly shape: readonly number[] }
	| { readonly kind: 'missing'; readonly path: string }
	| { readonly kind: 'badValue'; readonly path: string; readonly found: FoundValue }
	| { readonly kind: 'outOfRange'; readonly path: string; readonly value: number }
	| { readonly kind: 'noTracks' }
	/** A picture or video of ComfyUI's without a workflow in it. */
	| { readonly kind: 'noWorkflow' }
	| { readonly kind: 'ati'; readonly error: AtiError }
	| { readonly kind: 'project'; readonly error: ProjectError };

export const formatIds = [
	'project',
	'ati-json',
	'ati-pth',
	'kj-points',
	'kj-coordinates',
	'fl-paths',
	'spline-path-control',
	'annotation-tool',
	'qq-layers',
	'ltx-tracks',
	'wan-move',
	'wan-move-json',
	'wan2gp',
	'wan2gp-designer',
	'cotracker',
	'motionpro',
	'tora',
	'draganything',
	'svg',
	'after-effects',
	'csv',
	'comfy-workflow',
] as const;
export type FormatId = (typeof formatIds)[number];
