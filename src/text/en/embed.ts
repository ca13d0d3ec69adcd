/** Texts of the editor in the dialog of ComfyUI's page. */
export const embed = {
	region: 'Workflow node',
	drawing: (id: string, title: string) =>
		title
			? `Drawing for node ${id} of the workflow: ${title}`
			: `Drawing for node ${id} of the workflow`,
	use: 'Use these tracks',
	cancel: 'Cancel',
	noPicture: 'No start image is connected: this is squared paper of the node’s size.',
	pictureGone: (name: string) =>
		`${name} cannot be read: this is squared paper of the node’s size.`,
	unreadable: 'The node’s tracks could not be read. They stay as they are until you use others.',
	cutsLink: 'Its tracks come from another node; using these takes that link away.',
	changes: (what: string) => `Using these also sets the node’s ${what}.`,
	fixed: (what: string) =>
		`Other nodes set the ${what} of this node, and that stays: these tracks would not fit. Undo that change, or make it there too.`,
	size: (width: number, height: number) => `size to ${width} × ${height}`,
	length: (length: number) => `length to ${length}`,
	temperature: (value: number) => `temperature to ${value}`,
	topk: (value: number) => `top k to ${value}`,
	names: {
		width: 'width',
		height: 'height',
		length: 'length',
		temperature: 'temperature',
		topk: 'top k',
	},
	notUsed: 'The tracks are not in the workflow',
	notUsedText: 'The node is gone. Export the tracks to keep them.',
};
