/** The facts of a workflow that could not be read: errors of the comfy room's conversion fit. */
export type WorkflowErrorFacts =
	| { readonly kind: 'notJson'; readonly detail: string }
	| { readonly kind: 'notAWorkflow'; readonly place: string; readonly detail: string }
	| { readonly kind: 'notObjectInfo'; readonly detail: string }
	| { readonly kind: 'tooLarge'; readonly bytes: number; readonly limit: number }
	| { readonly kind: 'tooDeep'; readonly limit: number }
	| { readonly kind: 'tooManyNodes'; readonly nodes: number; readonly limit: number }
	| { readonly kind: 'subgraphsTooDeep'; readonly place: string; readonly limit: number }
	| { readonly kind: 'subgraphCycle'; readonly place: string; readonly name: string }
	| { readonly kind: 'linkCycle'; readonly place: string; readonly input: string }
	| { readonly kind: 'notFinite'; readonly place: string; readonly input: string }
	| { readonly kind: 'duplicateNode'; readonly place: string }
	| { readonly kind: 'noWorkflow' }
	| { readonly kind: 'unknownFile' };

/** Something about a conversion that went through: notes of the comfy room's conversion fit. */
export type WorkflowNoteFacts =
	| { readonly kind: 'alreadyApi' }
	| { readonly kind: 'unknownClass'; readonly node: string; readonly class: string }
	| { readonly kind: 'controlSlotMissing'; readonly node: string; readonly healed: boolean }
	| { readonly kind: 'primitiveWithoutTarget'; readonly node: string }
	| { readonly kind: 'getWithoutSet'; readonly node: string; readonly name: string }
	| { readonly kind: 'staleProxyWidget'; readonly node: string; readonly widget: string }
	| {
			readonly kind: 'groupNode';
			readonly node: string;
			readonly name: string;
			readonly missingClasses: readonly string[];
	  };

const mebibytes = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`;

export const workflow = {
	/** Why a workflow file cannot be used; plain text, parts of it come from the file. */
	error: (error: WorkflowErrorFacts): string => {
		switch (error.kind) {
			case 'notJson':
				return `This is not JSON: ${error.detail}`;
			case 'notAWorkflow':
				return `This is no ComfyUI workflow: ${error.detail} (${error.place}).`;
			case 'notObjectInfo':
				return `This is not what ComfyUI answers to /object_info: ${error.detail}.`;
			case 'tooLarge':
				return `The file has ${mebibytes(error.bytes)}; workflows up to ${mebibytes(error.limit)} are read.`;
			case 'tooDeep':
				return `The file nests deeper than ${error.limit} levels.`;
			case 'tooManyNodes':
				return `With its subgraphs expanded the workflow has ${error.nodes} nodes; the limit is ${error.limit}.`;
			case 'subgraphsTooDeep':
				return `Subgraphs nest deeper than ${error.limit} levels, at node ${error.place}.`;
			case 'subgraphCycle':
				return `The subgraph "${error.name}" contains itself, at node ${error.place}.`;
			case 'linkCycle':
				return `The link of "${error.input}" of node ${error.place} leads back to itself.`;
			case 'notFinite':
				return `"${error.input}" of node ${error.place} is a number beyond all bounds.`;
			case 'duplicateNode':
				return `Two nodes have the id ${error.place}.`;
			case 'noWorkflow':
				return 'The file holds no workflow. ComfyUI may run with --disable-metadata, or a site removed it.';
			case 'unknownFile':
				return 'This is no file that ComfyUI saves.';
		}
	},
	/** A class of nodes that the server lacks. */
	unknownClass: (name: string): string => `unknown class ${name}`,
	note: (note: WorkflowNoteFacts): string => {
		switch (note.kind) {
			case 'alreadyApi':
				return 'The file is in API format already.';
			case 'unknownClass':
				return `Node ${note.node}: unknown class ${note.class}.`;
			case 'controlSlotMissing':
				return note.healed
					? `Node ${note.node}: the value of its control is missing; the others were read around it.`
					: `Node ${note.node}: the value of its control is missing, so ComfyUI reads the others one place off.`;
			case 'primitiveWithoutTarget':
				return `Node ${note.node}: this primitive reaches no widget; its targets keep their own values.`;
			case 'getWithoutSet':
				return `Node ${note.node}: nothing sets "${note.name}".`;
			case 'staleProxyWidget':
				return `Node ${note.node}: the widget "${note.widget}" that it shows is gone.`;
			case 'groupNode':
				return note.missingClasses.length > 0
					? `Node ${note.node}: the group "${note.name}" holds unknown classes: ${note.missingClasses.join(', ')}.`
					: `Node ${note.node}: the file lacks the definition of the group "${note.name}".`;
		}
	},
};
