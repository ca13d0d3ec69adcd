import type { ComfyError } from '#comfy/client/comfyError.ts';
import type { ObjectInfo } from '#comfy/protocol/objectInfo.ts';
import type { GraphicsCard } from './readCard.ts';

/** The engine choice that means: whichever ComfyUI is idle and has the models. */
export const anyEngine = 'any';

/** A ComfyUI that can be chosen. */
export interface ServerRef {
	readonly id: string;
	readonly name: string;
	readonly baseUrl: string;
	/** Passed on by `serve`, the host of this page, or spoken to directly. */
	readonly kind: 'serve' | 'sameOrigin' | 'direct';
}

/** What a connected server said of itself. */
export interface ServerFacts {
	readonly version: string | undefined;
	readonly card: GraphicsCard | undefined;
	/** The node classes asked for; absent ones it does not have. */
	readonly info: ObjectInfo;
	readonly answeredMs: number;
	/** The largest body it takes, bytes; undefined: it does not say. */
	readonly maxUploadBytes?: number | undefined;
}

export type ServerState =
	| { readonly state: 'none' }
	| { readonly state: 'checking' }
	| { readonly state: 'connected'; readonly facts: ServerFacts }
	/** It answers, but not to this page. */
	| { readonly state: 'refused'; readonly error: ComfyError }
	| { readonly state: 'unreachable'; readonly error: ComfyError }
	/** Something else answers there. */
	| { readonly state: 'failed'; readonly error: ComfyError };

/** The state that an error of the first calls means. */
export function stateOfError(error: ComfyError): ServerState {
	if (error.kind === 'unreachable') return { state: 'unreachable', error };
	if (error.kind === 'origin') return { state: 'refused', error };
	return { state: 'failed', error };
}
