/** What a person may want to know about a conversion that went through. `node` is an id as in the result. */
export type ConversionNote =
	/** The file was in API format already and is returned as it was. */
	| { readonly kind: 'alreadyApi' }
	/** Inputs of these classes are known by their links only. */
	| { readonly kind: 'unknownClass'; readonly node: string; readonly class: string }
	/** The value of a control slot (`fixed`, `randomize` ...) is missing; `healed` tells whether we stepped over the gap. */
	| { readonly kind: 'controlSlotMissing'; readonly node: string; readonly healed: boolean }
	/** A PrimitiveNode whose value reaches no widget, e.g. through a Reroute: the target keeps its own. */
	| { readonly kind: 'primitiveWithoutTarget'; readonly node: string }
	/** A GetNode whose name nothing sets. */
	| { readonly kind: 'getWithoutSet'; readonly node: string; readonly name: string }
	/** A legacy promotion of a widget that is gone. */
	| { readonly kind: 'staleProxyWidget'; readonly node: string; readonly widget: string }
	/** A group node that stays as it is: its definition is missing, or holds classes that object_info lacks. */
	| {
			readonly kind: 'groupNode';
			readonly node: string;
			readonly name: string;
			readonly missingClasses: readonly string[];
	  };
