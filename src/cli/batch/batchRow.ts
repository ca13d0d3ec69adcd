import type { ExitCode } from '../shell/exitCodes.ts';

/** A job in the summary. */
export interface BatchRow {
	readonly name: string;
	readonly status: 'done' | 'failed' | 'invalid' | 'cancelled' | 'lost' | 'waiting';
	/** From the moment it was sent. */
	readonly seconds?: number;
	/** Share of track frames within 5 % of the diagonal. */
	readonly acc5?: number | null;
	readonly meanErrorPx?: number | null;
	readonly seed?: number;
	readonly server?: string;
	readonly promptId?: string;
	/** The video. */
	readonly output?: string;
	/** Done by an earlier process. */
	readonly earlier?: boolean;
	readonly error?: {
		readonly kind: string;
		readonly message: string;
		readonly exitCode: ExitCode;
	};
}

const columns = [
	'name',
	'status',
	'seconds',
	'acc5',
	'meanErrorPx',
	'seed',
	'server',
	'promptId',
	'output',
	'error',
] as const;

/** The summary as a table for spreadsheets. */
export const rowsToCsv = (rows: readonly BatchRow[]): string =>
	[columns, ...rows.map((row) => columns.map((column) => textOf(row, column)))]
		.map((cells) => `${cells.map(cellOf).join(',')}\n`)
		.join('');

function textOf(row: BatchRow, column: (typeof columns)[number]): string {
	const value = column === 'error' ? row.error?.message : row[column];
	return value === undefined || value === null ? '' : String(value);
}

/** A cell that a spreadsheet would take for a formula is text. */
function cellOf(value: string): string {
	const safe = /^[=+\-@\t\r]/.test(value) && !/^-?[\d.]+$/.test(value) ? `'${value}` : value;
	return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
