import type { Result } from '#core/result.ts';
import type { EncodedVideo } from '../media.ts';
import type { EncodeError } from './codecs.ts';

/** What a worker that makes a video says while it does. */
export type VideoWorkReply =
	| { readonly type: 'progress'; readonly done: number; readonly total: number }
	| { readonly type: 'done'; readonly result: Result<EncodedVideo, EncodeError> }
	/** A bug: the message of what was thrown. */
	| { readonly type: 'failed'; readonly detail: string };
