import { Popover } from 'radix-ui';
import type { ReactElement, ReactNode, RefObject } from 'react';
import { describedBy, Field, type LabelPlacement } from './Field.tsx';
import { Listbox, type Option, optionId } from './Listbox.tsx';

/** What a select and a combobox have alike. */
export interface ListFieldProps {
	/** Its accessible name too. */
	readonly label: string;
	readonly placement?: LabelPlacement;
	readonly disabled?: boolean;
	readonly error?: string | undefined;
	readonly hint?: ReactNode;
	readonly className?: string | undefined;
}

interface ListState {
	readonly id: string;
	readonly open: boolean;
	readonly onOpenChange: (open: boolean) => void;
	readonly options: readonly Option[];
	readonly value: string;
	/** Index of the option that the keyboard stands on, -1 for none. */
	readonly active: number;
	readonly onActive: (index: number) => void;
	readonly onChoose: (option: Option) => void;
	readonly anchor: RefObject<HTMLElement | null>;
	readonly empty?: string;
	/** The element that the list hangs from; takes a ref. */
	readonly children: ReactElement;
}

const listIdOf = (id: string): string => `${id}-list`;

/** The attributes of the element with the role `combobox`, as the ARIA patterns want them. */
export function comboboxProps(
	{ id, open, active, options }: Pick<ListState, 'id' | 'open' | 'active' | 'options'>,
	{ error, hint, disabled = false }: Pick<ListFieldProps, 'error' | 'hint' | 'disabled'>,
) {
	const listId = listIdOf(id);
	return {
		id,
		role: 'combobox',
		disabled,
		'aria-expanded': open,
		'aria-controls': open ? listId : undefined,
		'aria-activedescendant': open && options[active] ? optionId(listId, active) : undefined,
		'aria-invalid': error ? true : undefined,
		'aria-describedby': describedBy(id, error, hint),
	} as const;
}

/** A labelled field with a list that opens under it. */
export function ListField({
	label,
	placement = 'row',
	error,
	hint,
	className,
	id,
	open,
	onOpenChange,
	children,
	...list
}: ListFieldProps & ListState) {
	return (
		<Field
			id={id}
			label={label}
			placement={placement}
			error={error}
			hint={hint}
			className={className}
		>
			<Popover.Root open={open} onOpenChange={onOpenChange}>
				<Popover.Anchor asChild>{children}</Popover.Anchor>
				{open && <Listbox id={listIdOf(id)} label={label} {...list} />}
			</Popover.Root>
		</Field>
	);
}
