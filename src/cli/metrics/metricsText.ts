import { metrics as english, type MetricsMessages } from '#text/en/metrics.ts';
import { metrics as french } from '#text/fr/metrics.ts';
import { en } from '#text/messages.ts';
import type { Shell } from '../shell/createShell.ts';

/** Texts of the metrics in the language of the rest. */
export const metricsText = ({ app }: Pick<Shell, 'app'>): MetricsMessages =>
	app === en ? english : french;
