import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 of bytes as 64 lower-case hex digits. Pure JavaScript: `crypto.subtle` is missing on plain-http pages. */
export const sha256Hex = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));
