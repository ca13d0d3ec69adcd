/** Where a command says how far it is; all of it on stderr. */
export interface Progress {
	/** A whole line, above the bar. */
	line(text: string): void;
	/** How far it is, 0..1, and with what. */
	show(share: number, label: string): void;
	/** Takes the bar away; later calls write lines only. */
	end(): void;
}

export interface ProgressOptions {
	write(text: string): void;
	/** A terminal gets a bar that is drawn over; else a line each tenth and each new label. */
	readonly isTerminal: boolean;
	readonly color: boolean;
	columns(): number;
}

const barWidth = 24;

export function createProgress({ write, isTerminal, color, columns }: ProgressOptions): Progress {
	let bar = '';
	let told = '';
	const clear = (): void => {
		if (bar !== '') write('\r\u001b[2K');
	};
	return {
		line(text) {
			clear();
			write(`${text}\n`);
			if (bar !== '') write(bar);
		},
		show(share, label) {
			const percent = `${Math.floor(share * 100)} %`;
			if (!isTerminal) {
				// The counter in a label changes at each step: a tenth of the way is news enough.
				const key = `${Math.floor(share * 10)} ${label.replace(/ \d+\/\d+$/, '')}`;
				if (key !== told) write(`${percent.padStart(5)} ${label}\n`);
				told = key;
				return;
			}
			clear();
			const full = Math.round(share * barWidth);
			const done = '█'.repeat(full);
			const left = '░'.repeat(barWidth - full);
			const room = Math.max(0, columns() - barWidth - 9);
			const drawn = color ? `\u001b[36m${done}\u001b[2m${left}\u001b[0m` : done + left;
			bar = `${drawn} ${percent.padStart(5)} ${label.slice(0, room)}`;
			write(bar);
		},
		end() {
			clear();
			bar = '';
		},
	};
}
