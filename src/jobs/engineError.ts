/**
 * Why a job failed, as data; `text` has the sentence for each kind. Strings inside come from the server: text, never HTML.
 */
export type EngineError =
	| { readonly kind: 'unreachable'; readonly url: string }
	/** 403, or a cross-origin answer that the browser hides; `pageOrigin` goes into the remedy. */
	| { readonly kind: 'origin'; readonly url: string; readonly pageOrigin: string }
	| { readonly kind: 'http'; readonly url: string; readonly status: number; readonly text: string }
	/** What answered is not ComfyUI, or speaks in a way we do not know. */
	| { readonly kind: 'protocol'; readonly url: string; readonly detail: string }
	| { readonly kind: 'missingNodes'; readonly classes: readonly string[] }
	| {
			readonly kind: 'missingModel';
			readonly file: string;
			/** Folder under ComfyUI's models/. */
			readonly folder: string;
			/** Which of the four choices it is. */
			readonly role: ModelRole;
			readonly available: readonly string[];
	  }
	/** The server refused the graph; `field` names ours where we know it. */
	| {
			readonly kind: 'validation';
			readonly problems: readonly {
				readonly node: string;
				readonly input: string;
				readonly field?: string;
				readonly message: string;
			}[];
	  }
	| {
			readonly kind: 'execution';
			readonly node: string;
			readonly nodeType: string;
			readonly exception: string;
			readonly message: string;
			readonly outOfMemory: boolean;
	  }
	/** Somebody else stopped it on the server. */
	| { readonly kind: 'interrupted' }
	/** The run ended well but its file is no video. */
	| { readonly kind: 'noVideo'; readonly detail: string }
	/** The run ended well, and its file has been deleted since; `fromCache`: it was an earlier run's, nothing was rendered. */
	| { readonly kind: 'outputGone'; readonly file: string; readonly fromCache: boolean }
	/** The page was closed while the run was being sent, and the server knows nothing of it. */
	| { readonly kind: 'notSent'; readonly url: string }
	/** The shot names an imported workflow that is not on this computer. */
	| { readonly kind: 'missingWorkflow'; readonly workflow: string }
	| { readonly kind: 'upload'; readonly status: number; readonly text: string }
	/** This browser cannot do what is needed. */
	| { readonly kind: 'unsupported'; readonly what: string }
	| { readonly kind: 'image'; readonly detail: string }
	| { readonly kind: 'internal'; readonly detail: string };

export type ModelRole = 'diffusion' | 'textEncoder' | 'vae' | 'clipVision';
