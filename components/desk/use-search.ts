import type { Found, Suggestion } from '@/components/ui/typeahead'
import type { Answer } from '@/lib/auth/define-action'
import { useAsk } from './use-deed'

/** Looks something up for a field that suggests: as its rows, or with what stands against it said where they would be. */
export function useSearch() {
  const ask = useAsk()
  return async <T>(lookUp: () => Promise<Answer<T>>, rowsOf: (found: T) => Suggestion[]): Promise<Found> => {
    const answer = await ask(lookUp)
    return answer.ok ? { rows: rowsOf(answer.data) } : { rows: [], problem: answer.message }
  }
}
