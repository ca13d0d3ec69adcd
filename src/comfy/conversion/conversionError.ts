/** Why a workflow cannot be converted. `place` is a path of node ids, `12:7`, or of JSON keys, `nodes.3.id`. */
export type ConversionError =
	/** Not JSON, or of no shape that ComfyUI writes. */
	| { readonly kind: 'notJson'; readonly detail: string }
	| { readonly kind: 'notAWorkflow'; readonly place: string; readonly detail: string }
	/** object_info is no object of classes. */
	| { readonly kind: 'notObjectInfo'; readonly detail: string }
	| { readonly kind: 'tooLarge'; readonly bytes: number; readonly limit: number }
	| { readonly kind: 'tooDeep'; readonly limit: number }
	| { readonly kind: 'tooManyNodes'; readonly nodes: number; readonly limit: number }
	| { readonly kind: 'subgraphsTooDeep'; readonly place: string; readonly limit: number }
	| { readonly kind: 'subgraphCycle'; readonly place: string; readonly name: string }
	/** Links that lead back to themselves through reroutes, bypassed nodes or subgraphs. */
	| { readonly kind: 'linkCycle'; readonly place: string; readonly input: string }
	/** A number beyond all bounds, such as 1e999: JSON cannot carry it to the server. */
	| { readonly kind: 'notFinite'; readonly place: string; readonly input: string }
	| { readonly kind: 'duplicateNode'; readonly place: string };
