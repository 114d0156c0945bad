'use client'
import type { ComponentProps } from 'react'
import { Button as AriaButton, Link as AriaLink } from 'react-aria-components'

export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger'
const SHAPE = 'inline-flex min-h-9 items-center justify-center gap-2 rounded-md px-3.5 text-sm font-semibold whitespace-nowrap transition-colors duration-150 disabled:opacity-50 data-[disabled]:opacity-50 aria-disabled:cursor-default aria-disabled:opacity-50 no-underline'
const LOOKS: Record<ButtonLook, string> = {
  primary: 'bg-accent text-on-accent hover:brightness-110',
  plain: 'border border-field-line bg-surface text-ink hover:bg-hover',
  quiet: 'text-ink hover:bg-hover',
  danger: 'border border-stop-ink text-stop-ink bg-surface hover:bg-stop-ground',
}

/** Of buttons below each other: their words may take two lines. */
export const BUTTON_STACK = 'flex flex-col gap-2 [&>button]:py-1.5 [&>button]:text-balance [&>button]:whitespace-normal'

type Props = ComponentProps<typeof AriaButton> & { look?: ButtonLook; className?: string; isPending?: boolean }

/** A button; `primary` at most once on a screen. `isPending` while what it does is done: it takes no press, and unlike a disabled one keeps the focus. */
export function Button({ look = 'plain', className = '', isPending = false, onPress, type, ...props }: Props) {
  // not the library's own isPending: what that says to screen readers names the button after it has gone
  const held = isPending ? { 'aria-disabled': true, type: 'button' as const } : { onPress, type }
  return <AriaButton {...props} {...held} className={`${SHAPE} ${LOOKS[look]} ${className}`} />
}

/** A link that looks like a button. */
export function LinkButton({ look = 'plain', className = '', ...props }: ComponentProps<typeof AriaLink> & { look?: ButtonLook; className?: string }) {
  return <AriaLink {...props} className={`${SHAPE} ${LOOKS[look]} ${className}`} />
}
