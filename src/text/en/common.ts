/** Words that every room uses. A value that needs a number or a name is a function of it. */
export const common = {
	cancel: 'Cancel',
	close: 'Close',
	undo: 'Undo',
	redo: 'Redo',
	retry: 'Retry',
	copied: 'Copied',
	noMatch: 'Nothing matches',
	notifications: 'Notifications',
	/** The decimal sign that numbers are shown with; fields take both. */
	decimalSign: '.',
	/** A number with so many decimals. */
	decimal: (value: number, digits: number) => value.toFixed(digits),
	seconds: (value: number) => `${value.toFixed(2)} s`,
	percent: (share: number) => `${Math.round(share * 100)} %`,
};
