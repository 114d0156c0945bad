-- What an admin sets on a screen; `version` grows with each change, so that two who edit at once do not undo each other.
ALTER TABLE "settings"
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ADD COLUMN "accent" TEXT NOT NULL DEFAULT '#c8102e',
  ADD COLUMN "about_text" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "contact_text" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "security_contact" TEXT NOT NULL DEFAULT '',
  ADD CONSTRAINT "settings_accent" CHECK ("accent" ~ '^#[0-9a-f]{6}$');
