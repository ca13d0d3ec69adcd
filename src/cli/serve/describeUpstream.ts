import type { Upstream } from '#serve/upstream.ts';

const patienceMs = 1500;

/** One line on a ComfyUI at start; a missing one is no fault, the page picks it up when it comes. */
export async function describeUpstream({ name, url, authorization }: Upstream): Promise<string> {
	const shown = `ComfyUI "${name}" at ${url.href}`;
	try {
		const answer = await fetch(new URL('system_stats', url), {
			redirect: 'manual',
			signal: AbortSignal.timeout(patienceMs),
			headers: authorization === undefined ? {} : { authorization },
		});
		if (!answer.ok) return `${shown} answers with ${answer.status}`;
		const stats = (await answer.json()) as { system?: { comfyui_version?: unknown } };
		const version = String(stats.system?.comfyui_version ?? '');
		// Straight to a terminal: only what a version is made of.
		return `${shown} answers${/^[\w.+-]{1,40}$/.test(version) ? `, version ${version}` : ''}`;
	} catch {
		return `${shown} does not answer yet; it is picked up when it comes`;
	}
}
