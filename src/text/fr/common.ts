import type { Messages } from '../messages.ts';

export const common: Messages['common'] = {
	cancel: 'Annuler',
	close: 'Fermer',
	undo: 'Annuler la dernière action',
	redo: 'Rétablir',
	retry: 'Réessayer',
	copied: 'Copié',
	noMatch: 'Aucun résultat',
	notifications: 'Notifications',
	decimalSign: ',',
	decimal: (value, digits) => value.toFixed(digits).replace('.', ','),
	seconds: (value) => `${value.toFixed(2).replace('.', ',')} s`,
	percent: (share) => `${Math.round(share * 100)} %`,
};
