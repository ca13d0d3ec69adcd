import { ToastProvider } from '#ui/controls/Toast.tsx';
import { TooltipProvider } from '#ui/controls/Tooltip.tsx';
import { TextProvider } from '#ui/text/useText.tsx';
import { App } from './App.tsx';
import { ErrorScreen } from './ErrorScreen.tsx';
import { useMessages } from './hooks/useMessages.ts';
import { usePreferences } from './hooks/usePreferences.ts';
import { useThemeAttribute } from './hooks/useThemeAttribute.ts';
import type { Studio } from './studio/createStudio.ts';

/** The providers round the app: language, theme, messages, and the screen for a crash. */
export function Root({ studio }: { readonly studio: Studio }) {
	const preferences = usePreferences(studio.preferences);
	const messages = useMessages(preferences.language);
	useThemeAttribute(preferences.theme);
	return (
		<TextProvider value={messages}>
			<ErrorScreen>
				<TooltipProvider>
					<ToastProvider>
						<App studio={studio} />
					</ToastProvider>
				</TooltipProvider>
			</ErrorScreen>
		</TextProvider>
	);
}
