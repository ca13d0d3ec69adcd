import type { ModelRole } from '../workflow/modelRoles.ts';

/** One thing that a server refused in a graph. */
export interface GraphRefusal {
	/** Title of the node, else its class or id. */
	readonly node: string;
	readonly input: string;
	/** Our field, where we know it. */
	readonly field?: string;
	/** The server's words: text, never HTML. */
	readonly message: string;
}

/** Why a call to a ComfyUI failed, as data. Every member is an EngineError too. */
export type ComfyError =
	/** No answer: nothing listens, the network is down, it took too long, or a proxy says so (502, 503, 504). */
	| { readonly kind: 'unreachable'; readonly url: string }
	/** It answers, but not to this page: 403 without a body, or an answer that the browser hides. */
	| { readonly kind: 'origin'; readonly url: string; readonly pageOrigin: string }
	| { readonly kind: 'http'; readonly url: string; readonly status: number; readonly text: string }
	/** What answered is not ComfyUI, or speaks in a way we do not know. */
	| { readonly kind: 'protocol'; readonly url: string; readonly detail: string }
	| { readonly kind: 'upload'; readonly status: number; readonly text: string }
	| { readonly kind: 'missingNodes'; readonly classes: readonly string[] }
	| {
			readonly kind: 'missingModel';
			readonly file: string;
			readonly folder: string;
			readonly role: ModelRole;
			readonly available: readonly string[];
	  }
	| { readonly kind: 'validation'; readonly problems: readonly GraphRefusal[] };
