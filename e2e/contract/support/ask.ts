import { request } from 'node:http';

export interface RawAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: Buffer;
	text(): string;
	// biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever a server says
	json(): any;
}

/** A request with any headers, Host and Origin too, which fetch would not send; nothing is followed or decoded. */
export function ask(
	url: string,
	options: {
		readonly method?: string;
		readonly headers?: Readonly<Record<string, string>>;
		readonly body?: string | Uint8Array;
	} = {},
): Promise<RawAnswer> {
	return new Promise((resolve, reject) => {
		const sent = request(
			url,
			{ method: options.method ?? 'GET', headers: options.headers, agent: false },
			(response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('error', reject);
				response.on('end', () => {
					const body = Buffer.concat(chunks);
					resolve({
						status: response.statusCode ?? 0,
						headers: response.headers,
						body,
						text: () => body.toString(),
						json: () => JSON.parse(body.toString()),
					});
				});
			},
		);
		sent.on('upgrade', (response, socket) => {
			socket.destroy();
			const body = Buffer.alloc(0);
			resolve({
				status: response.statusCode ?? 101,
				headers: response.headers,
				body,
				text: () => '',
				json: () => undefined,
			});
		});
		sent.on('error', reject);
		sent.end(options.body);
	});
}

export const post = (url: string, body: unknown): Promise<RawAnswer> =>
	ask(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});

/** Multipart, by hand where a browser's form could not say it. */
export async function uploadForm(
	url: string,
	fields: Readonly<Record<string, string>>,
	file?: { readonly name: string; readonly bytes: Uint8Array | string },
): Promise<{ status: number; text: string; contentType: string }> {
	const form = new FormData();
	if (file) {
		const bytes = typeof file.bytes === 'string' ? file.bytes : new Uint8Array(file.bytes);
		form.set('image', new Blob([bytes]), file.name);
	}
	for (const [key, value] of Object.entries(fields)) form.set(key, value);
	const response = await fetch(`${url}/upload/image`, { method: 'POST', body: form });
	return {
		status: response.status,
		text: await response.text(),
		contentType: response.headers.get('content-type') ?? '',
	};
}
