import type { Pixels } from '#media/node/pictures.ts';
import type { FileStore } from '../files/fileStore.ts';
import type { StandinVersion } from '../options.ts';
import type { Clip } from '../render/moveDiscs.ts';

/** What WanTrackToVideo hands on inside its conditioning. */
export interface Guide {
	/** The start image, already cropped to the output frame. */
	readonly start: Pixels;
	/** Draws the guided clip. */
	readonly clip: Clip;
}

/** What travels along a link. */
export type NodeValue =
	| { readonly kind: 'opaque'; readonly type: string }
	| { readonly kind: 'scalar'; readonly value: unknown }
	| { readonly kind: 'conditioning'; readonly text: string; readonly guide?: Guide }
	| {
			readonly kind: 'latent';
			readonly width: number;
			readonly height: number;
			readonly length: number;
			/** Set by a sampler. */
			readonly guide?: Guide;
			readonly sampled?: boolean;
	  }
	| { readonly kind: 'image'; readonly clip: Clip; readonly picture?: Pixels }
	| { readonly kind: 'video'; readonly clip: Clip; readonly fps: number };

/** An exception inside a node: the run ends with execution_error. */
export class NodeException extends Error {
	readonly exceptionType: string;
	constructor(exceptionType: string, message: string) {
		super(message);
		this.exceptionType = exceptionType;
	}
}

/** The interrupt flag was found set: the run ends with execution_interrupted. */
export class Interrupted extends Error {}

export interface NodeContext {
	readonly promptId: string;
	readonly nodeId: string;
	/**
	 * Ends one step of a node: waits the step's time, throws {@link Interrupted} when asked to stop, else tells progress.
	 * @param preview Draws the preview; called only when the prompt gets previews.
	 */
	readonly step: (value: number, max: number, preview?: () => Pixels) => Promise<void>;
	readonly version: StandinVersion;
	readonly files: FileStore;
	readonly previewSize: number;
	/** Tags that SaveVideo writes into the file. */
	readonly tags: Readonly<Record<string, string>>;
	readonly failWith: () => 'oom' | 'error' | undefined;
	readonly signal: AbortSignal;
}

export interface NodeResult {
	readonly outputs: readonly NodeValue[];
	/** What `executed` and /history tell of an output node. */
	readonly ui?: Readonly<Record<string, unknown>>;
}

/** Inputs of a node by name, links resolved; a literal is a scalar. */
export type NodeInputs = Readonly<Record<string, NodeValue>>;

export type Executor = (inputs: NodeInputs, context: NodeContext) => Promise<NodeResult>;
