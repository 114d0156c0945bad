'use server'

import { defineAction } from '@/lib/auth/define-action'
import * as commands from './commands'
import { settingsSchema } from './schema'

export const updateSettings = defineAction(settingsSchema, (actor, settings) => commands.updateSettings({ actor, settings }))
