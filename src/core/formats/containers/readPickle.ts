import { fail, ok, type Result } from '../../result.ts';
import type { FormatError } from '../formatTypes.ts';

/**
 * The one bytes object that `torch.save(bytes)` pickles. Nothing else is understood, and nothing is ever run: the only global
 * that may be named is `_codecs.encode` (how protocol 2 writes bytes: as text of the characters 0..255, to be encoded as
 * latin-1); any other one, and every instruction that builds anything but bytes, text and tuples, is refused by name.
 * Source: CPython's pickletools. Cost: O(bytes).
 */
export function readPickledBytes(bytes: Uint8Array): Result<Uint8Array, FormatError> {
	const reader = new PickleReader(bytes);
	for (let step = 0; step < mostSteps; step++) {
		const done = reader.step();
		if (done) return done;
	}
	return refused('a long program');
}

type Value =
	| { readonly is: 'mark' }
	| { readonly is: 'encode' }
	/** UTF-8, not yet decoded. */
	| { readonly is: 'text'; readonly utf8: Uint8Array }
	| { readonly is: 'bytes'; readonly bytes: Uint8Array }
	| { readonly is: 'tuple'; readonly items: readonly Value[] };

/** Eleven are needed. */
const mostSteps = 200;
const mark: Value = { is: 'mark' };

const refused = (what: string): Result<never, FormatError> => fail({ kind: 'refusedPickle', what });

class PickleReader {
	private at = 0;
	private readonly stack: Value[] = [];
	private readonly memo = new Map<number, Value>();
	private readonly bytes: Uint8Array;

	constructor(bytes: Uint8Array) {
		this.bytes = bytes;
	}

	/** @returns the result, when there is one. */
	step(): Result<Uint8Array, FormatError> | undefined {
		const { stack, memo } = this;
		const code = this.bytes[this.at++];
		switch (code) {
			case 0x80: // PROTO
				this.at += 1;
				return undefined;
			case 0x95: // FRAME
				this.at += 8;
				return undefined;
			case 0x63: // GLOBAL
				return this.global(this.line(), this.line());
			case 0x93: {
				// STACK_GLOBAL
				const [module, name] = [stack.at(-2), stack.at(-1)];
				stack.length = Math.max(0, stack.length - 2);
				return module?.is === 'text' && name?.is === 'text'
					? this.global(latin1(module.utf8), latin1(name.utf8))
					: this.damaged();
			}
			case 0x58: // BINUNICODE
				return this.text(this.whole(4));
			case 0x8c: // SHORT_BINUNICODE
				return this.text(this.whole(1));
			case 0x42: // BINBYTES
				return this.data(this.whole(4));
			case 0x43: // SHORT_BINBYTES
				return this.data(this.whole(1));
			case 0x71: // BINPUT
				return this.put(this.whole(1));
			case 0x72: // LONG_BINPUT
				return this.put(this.whole(4));
			case 0x94: // MEMOIZE
				return this.put(memo.size);
			case 0x68: // BINGET
				return this.push(memo.get(this.whole(1)));
			case 0x6a: // LONG_BINGET
				return this.push(memo.get(this.whole(4)));
			case 0x28: // MARK
				return this.push(mark);
			case 0x29: // EMPTY_TUPLE
				return this.push({ is: 'tuple', items: [] });
			case 0x85: // TUPLE1
			case 0x86: // TUPLE2
			case 0x87: // TUPLE3
				return this.tuple(stack.length - (code - 0x84));
			case 0x74: {
				// TUPLE
				const from = stack.lastIndexOf(mark);
				if (from < 0) return this.damaged();
				stack.splice(from, 1);
				return this.tuple(from);
			}
			case 0x52: // REDUCE
				return this.reduce();
			case 0x2e: {
				// STOP
				const value = stack.pop();
				return value?.is === 'bytes' ? ok(value.bytes) : refused('a value that is no bytes');
			}
			case undefined:
				return this.damaged();
			default:
				return refused(`instruction 0x${code.toString(16).padStart(2, '0')}`);
		}
	}

	private global(module: string, name: string): Result<never, FormatError> | undefined {
		const full = `${module}.${name}`;
		return full === '_codecs.encode' ? this.push({ is: 'encode' }) : refused(printable(full));
	}

	/** Only `_codecs.encode(text, 'latin1')`. */
	private reduce(): Result<never, FormatError> | undefined {
		const given = this.stack.pop();
		const called = this.stack.pop();
		if (called?.is !== 'encode' || given?.is !== 'tuple') return this.damaged();
		const [text, encoding] = given.items;
		if (text?.is !== 'text' || encoding?.is !== 'text') return this.damaged();
		if (!/^latin-?1$/.test(latin1(encoding.utf8))) return refused('another encoding');
		const bytes = toLatin1(text.utf8);
		return bytes ? this.push({ is: 'bytes', bytes }) : this.damaged();
	}

	private tuple(from: number): Result<never, FormatError> | undefined {
		if (from < 0) return this.damaged();
		return this.push({ is: 'tuple', items: this.stack.splice(from) });
	}

	private text(length: number): Result<never, FormatError> | undefined {
		const utf8 = this.take(length);
		return utf8 ? this.push({ is: 'text', utf8 }) : this.damaged();
	}

	private data(length: number): Result<never, FormatError> | undefined {
		const bytes = this.take(length);
		return bytes ? this.push({ is: 'bytes', bytes }) : this.damaged();
	}

	private push(value: Value | undefined): Result<never, FormatError> | undefined {
		if (!value) return this.damaged();
		this.stack.push(value);
		return undefined;
	}

	private put(index: number): Result<never, FormatError> | undefined {
		const value = this.stack.at(-1);
		if (!value) return this.damaged();
		this.memo.set(index, value);
		return undefined;
	}

	private take(length: number): Uint8Array | undefined {
		if (this.at + length > this.bytes.length) return undefined;
		this.at += length;
		return this.bytes.subarray(this.at - length, this.at);
	}

	/** Little-endian, of 1 or 4 bytes. */
	private whole(size: 1 | 4): number {
		let value = 0;
		for (let i = size - 1; i >= 0; i--) value = value * 256 + (this.bytes[this.at + i] ?? 0);
		this.at += size;
		return value;
	}

	private line(): string {
		const end = this.bytes.indexOf(10, this.at);
		const until = end < 0 ? this.bytes.length : Math.min(end, this.at + 200);
		const text = latin1(this.bytes.subarray(this.at, until));
		this.at = until + 1;
		return text;
	}

	private damaged(): Result<never, FormatError> {
		return fail({ kind: 'damaged', what: 'pickle', at: Math.min(this.at, this.bytes.length) });
	}
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 200));
const printable = (name: string): string => name.replace(/[^ -~]/g, '?').slice(0, 100);

/** The characters 0..255 of UTF-8 text as bytes; undefined where there is another one. */
function toLatin1(utf8: Uint8Array): Uint8Array | undefined {
	const out = new Uint8Array(utf8.length);
	let length = 0;
	for (let i = 0; i < utf8.length; i++) {
		const byte = utf8[i]!;
		if (byte < 0x80) {
			out[length++] = byte;
			continue;
		}
		const next = utf8[++i];
		if (byte < 0xc2 || byte > 0xc3 || next === undefined || next >> 6 !== 2) return undefined;
		out[length++] = ((byte & 3) << 6) | (next & 63);
	}
	return out.subarray(0, length);
}
