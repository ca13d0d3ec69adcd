import type { Graph } from '#comfy/workflow/graph.ts';

/**
 * The shell lines (POSIX) that do what Generate does: send the picture, then the run. Nothing of a token is in them.
 * @param url Of the ComfyUI, absolute.
 * @param image Name of the picture in the graph; the person saves it beside.
 */
export function curlCommand(url: string, graph: Graph, image: string): string {
	const at = url.replace(/\/+$/, '');
	return [
		`curl -F ${quoted(`image=@${image}`)} -F overwrite=true ${quoted(`${at}/upload/image`)}`,
		`curl -X POST -H 'Content-Type: application/json' --data-raw ${quoted(JSON.stringify({ prompt: graph }))} ${quoted(`${at}/prompt`)}`,
	].join(' &&\n');
}

/** One word to a POSIX shell, whatever is in it. */
const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;
