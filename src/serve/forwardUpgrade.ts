import { type IncomingMessage, type OutgoingHttpHeaders, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { askUpstream } from './askUpstream.ts';
import type { ForwardError } from './forwardRequest.ts';
import { answerGuards, upgradeAnswerHeaders, upgradeHeaders } from './passedHeaders.ts';
import type { Upstream } from './upstream.ts';

// Finds a peer that went away without a word; ComfyUI itself sends no pings.
const keepAliveMs = 30_000;
// A page sends nothing before the handshake is answered; a little is kept for those that do.
const earlyLimitBytes = 64 * 1024;

export function refuseUpgrade(socket: Duplex, status: number, error: ForwardError): void {
	const body = JSON.stringify({ error });
	const headers = {
		...answerGuards,
		'content-type': 'application/json',
		'content-length': Buffer.byteLength(body),
		connection: 'close',
	};
	socket.end(head(status, headers) + body, () => socket.destroy());
}

/**
 * Joins a page's WebSocket with ComfyUI's, byte by byte: frames, pings, compression and close codes are between
 * them. The page's handshake is answered only when ComfyUI has answered, so a dead server is a failed handshake.
 * @returns Ends both sides; safe to call twice.
 */
export function forwardUpgrade(
	upstream: Upstream,
	target: string,
	request: IncomingMessage,
	socket: Duplex,
	early: Buffer,
): () => void {
	const asked = askUpstream(upstream, 'GET', target, upgradeHeaders(request.headers, upstream));
	const end = () => {
		asked.destroy();
		socket.destroy();
	};
	// Read while waiting, since only a socket that is read tells that its page went away.
	const waiting = [early];
	const keep = (chunk: Buffer) => {
		waiting.push(chunk);
		if (waiting.reduce((sum, part) => sum + part.length, 0) > earlyLimitBytes) end();
	};
	socket.on('data', keep);
	socket.on('end', end);
	socket.on('error', end);
	socket.on('close', end);
	asked.on('upgrade', (answer, far, farEarly) => {
		socket.off('data', keep).off('end', end);
		socket.write(head(101, upgradeAnswerHeaders(answer.headers)));
		if (farEarly.length > 0) socket.write(farEarly);
		for (const chunk of waiting) far.write(chunk);
		for (const side of [socket, far] as Socket[]) {
			side.setTimeout(0);
			side.setNoDelay(true);
			side.setKeepAlive(true, keepAliveMs);
		}
		far.on('error', end);
		far.on('close', end);
		socket.on('close', () => far.destroy());
		far.pipe(socket).pipe(far);
	});
	asked.on('response', (answer) => {
		const status = answer.statusCode ?? 502;
		answer.destroy();
		// Includes 101 without Upgrade and every redirect: what is not a refusal of its own is a gateway failure.
		if (status >= 400) refuseUpgrade(socket, status, 'notAllowed');
		else refuseUpgrade(socket, 502, 'redirect');
	});
	asked.on('error', () => {
		if (socket.writable) refuseUpgrade(socket, 502, 'unreachable');
	});
	asked.end();
	return end;
}

function head(status: number, headers: OutgoingHttpHeaders): string {
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
	return `${[`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines].join('\r\n')}\r\n\r\n`;
}
