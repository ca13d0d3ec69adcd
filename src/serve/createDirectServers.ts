import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The ComfyUIs that the page speaks to directly: what its policy names. Never a token among them. */
export interface DirectServers {
	list(): readonly string[];
	/** @returns false: it is no address. Beyond 32 the one added first goes. */
	add(url: string): boolean;
	remove(url: string): void;
}

const fileName = 'servers.json';
const most = 32;

/**
 * @param folder Where they are kept between starts; undefined: as long as this server runs. A file that cannot be read or
 *   written is as if there were none: the list then lasts as long as this server.
 */
export function createDirectServers(folder: string | undefined): DirectServers {
	const path = folder === undefined ? undefined : join(folder, fileName);
	let urls: readonly string[] = path === undefined ? [] : read(path);
	const set = (next: readonly string[]): void => {
		urls = next;
		if (folder !== undefined && path !== undefined) write(folder, path, next);
	};
	return {
		list: () => urls,
		add(text) {
			const url = baseUrlOf(text);
			if (url === undefined) return false;
			if (!urls.includes(url)) set([...urls, url].slice(-most));
			return true;
		},
		remove(text) {
			const url = baseUrlOf(text);
			if (url !== undefined && urls.includes(url)) set(urls.filter((other) => other !== url));
		},
	};
}

/** Scheme, host, port and prefix without a slash at the end; undefined for anything else, credentials included. */
function baseUrlOf(text: unknown): string | undefined {
	if (typeof text !== 'string' || text.length > 500 || !URL.canParse(text)) return undefined;
	const url = new URL(text);
	if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
	if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
		return undefined;
	return url.href.replace(/\/+$/, '');
}

function read(path: string): readonly string[] {
	try {
		if (!existsSync(path)) return [];
		const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
		const list = Array.isArray(json) ? json : [];
		return [...new Set(list.flatMap((text) => baseUrlOf(text) ?? []))].slice(0, most);
	} catch {
		return [];
	}
}

function write(folder: string, path: string, urls: readonly string[]): void {
	try {
		mkdirSync(folder, { recursive: true });
		const fresh = `${path}.new`;
		writeFileSync(fresh, `${JSON.stringify(urls, null, '\t')}\n`);
		renameSync(fresh, path);
	} catch {
		// A read-only folder: the list still holds while this server runs.
	}
}
