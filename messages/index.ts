import en_admin from './en/admin.json'
import en_audit from './en/audit.json'
import en_auth from './en/auth.json'
import en_calendar from './en/calendar.json'
import en_desk from './en/desk.json'
import en_editor from './en/editor.json'
import en_errors from './en/errors.json'
import en_front from './en/front.json'
import en_late from './en/late.json'
import en_links from './en/links.json'
import en_mail from './en/mail.json'
import en_publishing from './en/publishing.json'
import en_reader from './en/reader.json'
import en_shell from './en/shell.json'
import sv_admin from './sv/admin.json'
import sv_audit from './sv/audit.json'
import sv_auth from './sv/auth.json'
import sv_calendar from './sv/calendar.json'
import sv_desk from './sv/desk.json'
import sv_editor from './sv/editor.json'
import sv_errors from './sv/errors.json'
import sv_front from './sv/front.json'
import sv_late from './sv/late.json'
import sv_links from './sv/links.json'
import sv_mail from './sv/mail.json'
import sv_publishing from './sv/publishing.json'
import sv_reader from './sv/reader.json'
import sv_shell from './sv/shell.json'

const sv = { admin: sv_admin, audit: sv_audit, auth: sv_auth, calendar: sv_calendar, desk: sv_desk, editor: sv_editor, errors: sv_errors, front: sv_front, late: sv_late, links: sv_links, mail: sv_mail, publishing: sv_publishing, reader: sv_reader, shell: sv_shell }
const en: typeof sv = { admin: en_admin, audit: en_audit, auth: en_auth, calendar: en_calendar, desk: en_desk, editor: en_editor, errors: en_errors, front: en_front, late: en_late, links: en_links, mail: en_mail, publishing: en_publishing, reader: en_reader, shell: en_shell }

/** The texts of desk and admin by language; a test keeps their keys equal. `reader` is what the desk says on a preview; readers' own few texts stand beside the components. */
export const messages = { sv, en }
