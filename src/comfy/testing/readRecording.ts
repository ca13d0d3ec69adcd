/** One line of a recording: raw traffic of a real ComfyUI. */
export type RecordedLine =
	| { readonly kind: 'version'; readonly comfyui: string }
	| { readonly kind: 'note'; readonly note: string }
	| { readonly kind: 'ws_open' | 'ws_close'; readonly client: string }
	| {
			readonly kind: 'ws_text';
			readonly client: string;
			readonly dir: 'in' | 'out';
			/** Seconds since the start. */
			readonly t: number;
			readonly data: string;
	  }
	| {
			readonly kind: 'ws_binary';
			readonly client: string;
			readonly t: number;
			readonly event: number;
			readonly base64: string;
	  }
	| {
			readonly kind: 'http';
			readonly t: number;
			readonly method: string;
			readonly path: string;
			readonly status: number;
			readonly note?: string;
			readonly response?: unknown;
	  };

export const readRecording = (text: string): readonly RecordedLine[] =>
	text
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as RecordedLine);
