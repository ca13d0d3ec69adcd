import { relative, sep } from 'node:path';
import type { CliMessages } from '#text/cliMessages.ts';
import { escapeHtml, htmlPage } from '../report/htmlPage.ts';
import type { BatchRow } from './batchRow.ts';

/**
 * The summary as one page to look at: every video, playing, with its status, time and adherence. Videos are linked, so the page
 * lies among them. No script in it.
 */
export function contactSheet(
	title: string,
	rows: readonly BatchRow[],
	folder: string,
	{ batch: text }: CliMessages,
): string {
	const done = rows.filter(({ status }) => status === 'done').length;
	const cards = rows.map((row) => {
		const { name, status, output, seconds, acc5, meanErrorPx, seed, error } = row;
		const facts = [
			seconds === undefined ? undefined : text.seconds(seconds),
			acc5 === undefined || acc5 === null ? undefined : text.adherence(acc5, meanErrorPx ?? null),
			seed === undefined ? undefined : text.seed(seed),
		].filter((fact) => fact !== undefined);
		const video =
			status === 'done' && output !== undefined
				? `<video src="${escapeHtml(urlOf(output, folder))}" controls loop muted playsinline preload="metadata"></video>`
				: '<div class="none"></div>';
		return `<figure data-status="${status}">${video}<figcaption><b>${escapeHtml(name)}</b> <span>${escapeHtml(text.status[status])}</span><br>${escapeHtml(facts.join(', '))}${error ? `<br><em>${escapeHtml(error.message)}</em>` : ''}</figcaption></figure>`;
	});
	return htmlPage(
		title,
		`<h1>${escapeHtml(title)}</h1>\n<p>${escapeHtml(text.doneOf(done, rows.length))}</p>\n<main class="sheet">\n${cards.join('\n')}\n</main>`,
	);
}

const urlOf = (path: string, folder: string): string =>
	relative(folder, path).split(sep).map(encodeURIComponent).join('/');
