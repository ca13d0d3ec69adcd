/**
 * Whether sockets of these types may be joined: equal but for case, either one open (`*`, empty, 0), or lists
 * (`IMAGE,MASK`) with a common member.
 */
export function isTypesCompatible(a: string, b: string): boolean {
	if (isOpen(a) || isOpen(b) || a === b) return true;
	const members = new Set(b.toLowerCase().split(','));
	return a
		.toLowerCase()
		.split(',')
		.some((member) => members.has(member) || isOpen(member) || members.has('*') || members.has(''));
}

const isOpen = (type: string): boolean => type === '' || type === '*' || type === '0';
