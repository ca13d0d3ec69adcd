/**
 * What `import ... from 'wan-ati'` gives: tracks and their 121 samples, every format of the field, the checks, and a client of
 * ComfyUI. ES modules with types, for Node 20.19 and newer and for browsers; no DOM is needed. docs/library.md has examples.
 */
import type { ComfyPlatform, SocketConstructor } from '#comfy/transport/platform.ts';

export { applyBinding } from '#comfy/binding/applyBinding.ts';
export type { Binding, BindingField, Place } from '#comfy/binding/binding.ts';
export { guessBinding } from '#comfy/binding/guessBinding.ts';
export type { ComfyError } from '#comfy/client/comfyError.ts';
export {
	type ComfyClient,
	type ComfyClientOptions,
	createComfyClient,
	type ServerFile,
} from '#comfy/client/createComfyClient.ts';
export { parseBaseUrl } from '#comfy/client/parseBaseUrl.ts';
export { type Conversion, convertWorkflow } from '#comfy/conversion/convertWorkflow.ts';
export { type PreflightProblem, preflight } from '#comfy/preflight/preflight.ts';
export type { ComfyPlatform } from '#comfy/transport/platform.ts';
export type { Graph, GraphNode } from '#comfy/workflow/graph.ts';
export { applyCommand } from '#core/document/applyCommand.ts';
export type { Command } from '#core/document/commands.ts';
export {
	type ControlPoint,
	createTrack,
	documentSchema,
	emptyDocument,
	type OutputFrame,
	SAMPLE_COUNT,
	type Shot,
	type Track,
	type WanDocument,
} from '#core/document/document.ts';
export { parseAtiTracks, serializeAtiTracks } from '#core/formats/atiTracks.ts';
export { detectFormat } from '#core/formats/detectFormat.ts';
export { exactTracks } from '#core/formats/exactTracks.ts';
export { exportSourceOf, exportSourceOfForeign } from '#core/formats/exportSource.ts';
export type {
	ForeignFile,
	ForeignTracks,
	FormatError,
	FormatId,
} from '#core/formats/formatTypes.ts';
export { placeForeign, samplesInFrame } from '#core/formats/placeForeign.ts';
export { type Project, parseProject, serializeProject } from '#core/formats/projectFile.ts';
export { readForeign } from '#core/formats/readForeign.ts';
export { type WrittenFile, writeForeign } from '#core/formats/writeForeign.ts';
export { isLegalLength } from '#core/guidance/legalLength.ts';
export { type Finding, type Fix, hasErrors, lintDocument } from '#core/lint/lintDocument.ts';
export type { Result } from '#core/result.ts';
export { type FrameSamples, frameSamples } from '#core/trajectory/frameSamples.ts';
export { sampleTrack } from '#core/trajectory/sampleTrack.ts';

/**
 * Network, clock and chance of the place where this runs, as `createComfyClient` takes them.
 * @param WebSocket Only needed where there is none: Node 20, or to send a token in the handshake (`ws` fits).
 */
export const createPlatform = (
	WebSocket: SocketConstructor = globalThis.WebSocket as unknown as SocketConstructor,
): ComfyPlatform => ({
	fetch: (url, init) => fetch(url, init),
	WebSocket,
	now: () => Date.now(),
	setTimeout: (callback, ms) => setTimeout(callback, ms),
	clearTimeout: (timer) => clearTimeout(timer),
	randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
});
