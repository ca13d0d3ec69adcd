import { type Command, InvalidArgumentError } from 'commander';
import type { OutputFrame } from '#core/document/document.ts';

/** The output frame, as far as the command line says. */
export interface FrameFlags {
	readonly width?: number;
	readonly height?: number;
	readonly length?: number;
	readonly fps?: number;
}

export const addFrameOptions = (command: Command, withRate = false): Command => {
	command
		.option('--width <px>', 'width of the video, a multiple of 16', parseWhole)
		.option('--height <px>', 'height of the video, a multiple of 16', parseWhole)
		.option(
			'--length <frames>',
			'frames of the video: 4n+1, and length-1 no multiple of 120',
			parseWhole,
		);
	return withRate ? command.option('--fps <n>', 'frames a second', parseNumber) : command;
};

/** A frame with what the command line says instead. */
export const withFrameFlags = (frame: OutputFrame, flags: FrameFlags): OutputFrame => ({
	...frame,
	...(flags.width === undefined ? {} : { width: flags.width }),
	...(flags.height === undefined ? {} : { height: flags.height }),
	...(flags.length === undefined ? {} : { length: flags.length }),
	...(flags.fps === undefined ? {} : { fps: flags.fps }),
});

export function parseWhole(text: string): number {
	const value = Number(text);
	if (!/^\d+$/.test(text) || !Number.isSafeInteger(value))
		throw new InvalidArgumentError('A whole number is needed.');
	return value;
}

export function parseNumber(text: string): number {
	const value = Number(text);
	if (!/^\d+(\.\d+)?$|^\.\d+$/.test(text) || !Number.isFinite(value))
		throw new InvalidArgumentError('A number is needed.');
	return value;
}
