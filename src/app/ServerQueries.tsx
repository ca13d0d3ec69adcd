import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';

/** One for the page: what the dialog asks a server, the engine box need not ask again. */
const queries = new QueryClient();

/** Round what asks servers. */
export const ServerQueries = ({ children }: { readonly children: ReactNode }) => (
	<QueryClientProvider client={queries}>{children}</QueryClientProvider>
);
