/** What goes wrong between a client and a server. Read at the moment it matters, so a test may change it at any time. */
export interface Faults {
	/** Each request, each answer and each frame comes so much later, and up to `jitterMs` more. */
	readonly latencyMs: number;
	readonly jitterMs: number;
	/** Nothing listens: every new request and socket fails at once. */
	readonly down: boolean;
	/** Nothing gets through and nothing fails: what is begun now hangs, as after a cable was pulled. */
	readonly silent: boolean;
	/** Share of requests that are reset before the server has them. */
	readonly resetBefore: number;
	/** Share of requests that are reset after the server has done them: their answer is lost. */
	readonly resetAfter: number;
	/** Ms between the client's closing of a socket and the server's notice of it. */
	readonly slowCloseMs: number;
	/** Sockets open and hear nothing. */
	readonly deaf: boolean;
	/** No socket gets through: a proxy that knows no upgrade. */
	readonly refuseSockets: boolean;
	/** Share of frames that come twice. */
	readonly duplicate: number;
	/** Share of frames that come up to 3 s late, after younger ones. */
	readonly reorder: number;
	/** Share of frames that are followed by frames of somebody else's run, with and without an id. */
	readonly foreign: number;
	/** Share of body bytes of /view that come; less than 1 is a download cut short that looks whole. */
	readonly viewShare: number;
	/** An entry of history shows so long after it was first asked for and there. */
	readonly historyLagMs: number;
	/** Something in between answers instead of the server. The first that fits counts. */
	readonly answers: readonly AnswerRule[];
	/** Is merged into accepted answers of POST /prompt. */
	readonly nodeErrors: Readonly<Record<string, unknown>> | undefined;
}

export interface AnswerRule {
	/** Is matched against `GET /path?query`. */
	readonly match: RegExp;
	readonly status: number;
	readonly body: string;
	readonly contentType: string;
	/** The server has done the request all the same; only its answer is replaced. */
	readonly delivered?: boolean;
}

export const noFaults: Faults = {
	latencyMs: 0,
	jitterMs: 0,
	down: false,
	silent: false,
	resetBefore: 0,
	resetAfter: 0,
	slowCloseMs: 0,
	deaf: false,
	refuseSockets: false,
	duplicate: 0,
	reorder: 0,
	foreign: 0,
	viewShare: 1,
	historyLagMs: 0,
	answers: [],
	nodeErrors: undefined,
};

const page = '<!doctype html><title>502 Bad Gateway</title><h1>Bad Gateway</h1>';

/** A page of HTML where JSON is expected, with any status: a gateway, a sign-in, a catch-all index. */
export const htmlFor = (match: RegExp, status = 200, delivered = false): AnswerRule => ({
	match,
	status,
	body: page,
	contentType: 'text/html; charset=utf-8',
	delivered,
});

export const plainFor = (match: RegExp, status: number, body: string): AnswerRule => ({
	match,
	status,
	body,
	contentType: 'text/plain; charset=utf-8',
});
