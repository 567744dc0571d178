-- The first schema. The words of a case are sealed under its own key in the columns named
-- "sealed"; times, kinds and states stay plain for queries. AUTOINCREMENT: an id is never used
-- again, since the id is part of what each sealed text is bound to.

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE cases (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mode TEXT NOT NULL,
    state TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    wrapped_key BLOB NOT NULL,
    key_kind TEXT NOT NULL DEFAULT 'vault' CHECK (key_kind IN ('vault', 'password')),
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE clients (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    sealed BLOB NOT NULL
) STRICT;
CREATE INDEX clients_of_case ON clients (case_id);

CREATE TABLE sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    number INTEGER NOT NULL,
    starts_at TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    mode TEXT NOT NULL,
    UNIQUE (case_id, number)
) STRICT;

-- `turn` counts what is signed in a case, notes and amendments alike: the chain of digests follows
-- it, since a clock may go backwards.
CREATE TABLE notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'signed')),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    signed_at TEXT,
    turn INTEGER,
    digest BLOB,
    previous BLOB,
    signer BLOB,
    sealed BLOB NOT NULL,
    CHECK ((state = 'signed')
        = (digest IS NOT NULL AND signed_at IS NOT NULL AND turn IS NOT NULL))
) STRICT;
CREATE INDEX notes_of_case ON notes (case_id);
CREATE INDEX notes_of_session ON notes (session_id);
CREATE INDEX drafts ON notes (id) WHERE state = 'draft';

CREATE TABLE amendments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    note_id INTEGER NOT NULL REFERENCES notes (id),
    signed_at TEXT NOT NULL,
    turn INTEGER NOT NULL,
    digest BLOB NOT NULL,
    previous BLOB NOT NULL,
    signer BLOB NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
CREATE INDEX amendments_of_note ON amendments (note_id);
CREATE INDEX amendments_of_case ON amendments (case_id);

-- What is being written under a signed note and not yet put there.
CREATE TABLE amendment_drafts (
    note_id INTEGER PRIMARY KEY REFERENCES notes (id),
    case_id INTEGER NOT NULL REFERENCES cases (id),
    updated_at TEXT NOT NULL,
    sealed BLOB NOT NULL
) STRICT;

-- `wording` holds the words of the edition that a consent is made of, `digest` a keyed digest over
-- those, what was filled in, the steps and the documents, once it is signed. `mode` is the way of
-- service it was signed for, `ends_at` when it ends; most end by being withdrawn.
CREATE TABLE consents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    purpose TEXT NOT NULL DEFAULT 'service',
    template TEXT NOT NULL,
    edition TEXT NOT NULL,
    state TEXT NOT NULL,
    method TEXT,
    mode TEXT,
    ends_at TEXT,
    digest BLOB,
    wording BLOB NOT NULL,
    sealed BLOB NOT NULL,
    CHECK ((state IN ('signed', 'withdrawn', 'expired'))
        = (digest IS NOT NULL AND method IS NOT NULL))
) STRICT;
CREATE INDEX consents_of_case ON consents (case_id);

CREATE TABLE consent_steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    consent_id INTEGER NOT NULL REFERENCES consents (id),
    state TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX steps_of_consent ON consent_steps (consent_id);

CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    consent_id INTEGER NOT NULL REFERENCES consents (id),
    kind TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    at TEXT NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
CREATE INDEX documents_of_consent ON documents (consent_id);

-- Work on a case that is not finished, such as a review before an export; one of each kind.
-- With numbers: without them its rows would lie on the branches, too, and a bad one cost some.
CREATE TABLE case_drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    kind TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    sealed BLOB NOT NULL,
    UNIQUE (case_id, kind)
) STRICT;

-- A form for a case that is not opened yet: one row, whose key goes with it.
CREATE TABLE case_form (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    updated_at TEXT NOT NULL,
    wrapped_key BLOB NOT NULL,
    sealed BLOB NOT NULL
) STRICT;

-- `held` counts what went, by kind, as JSON, `ground` says why; no word of the case.
CREATE TABLE destructions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    opened_at TEXT NOT NULL DEFAULT '',
    held TEXT NOT NULL DEFAULT '{}',
    ground TEXT NOT NULL DEFAULT ''
) STRICT;

-- A row here must be gone when the transaction ends (the reference is checked at COMMIT and the
-- other table stays empty), so it opens the door for one transaction only.
CREATE TABLE never (id INTEGER PRIMARY KEY CHECK (id IS NULL)) STRICT;
CREATE TABLE destruction (
    case_id INTEGER PRIMARY KEY,
    gone INTEGER NOT NULL DEFAULT 1 REFERENCES never (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    case_id INTEGER,
    subject INTEGER,
    link BLOB NOT NULL
) STRICT;

-- What of which note stands in the index. A draft is taken out at its first change and put back
-- when its editor is left.
CREATE TABLE indexed (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    note_id INTEGER NOT NULL REFERENCES notes (id),
    amendment_id INTEGER UNIQUE REFERENCES amendments (id)
) STRICT;
CREATE UNIQUE INDEX indexed_note ON indexed (note_id) WHERE amendment_id IS NULL;
CREATE INDEX indexed_of_case ON indexed (case_id);

CREATE VIRTUAL TABLE words USING fts5 (body, content = '', columnsize = 0, tokenize = 'ascii');
INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
-- A page of SQLCipher keeps 80 of its 4,096 bytes for itself: with the usual 4,050 every leaf of the
-- index would spill into a second page, and reading it would cost twice.
INSERT INTO words (words, rank) VALUES ('pgsz', 3900);

CREATE TRIGGER signed_note_is_final BEFORE UPDATE ON notes WHEN OLD.state = 'signed'
BEGIN SELECT RAISE (ABORT, 'a signed note is final'); END;
CREATE TRIGGER signed_note_stays BEFORE DELETE ON notes
WHEN OLD.state = 'signed' AND NOT EXISTS (SELECT 1 FROM destruction WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE (ABORT, 'a signed note stays'); END;

CREATE TRIGGER amendment_is_final BEFORE UPDATE ON amendments
BEGIN SELECT RAISE (ABORT, 'an amendment is final'); END;
CREATE TRIGGER amendment_stays BEFORE DELETE ON amendments
WHEN NOT EXISTS (SELECT 1 FROM destruction WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE (ABORT, 'an amendment stays'); END;

CREATE TRIGGER signed_session_is_final BEFORE UPDATE ON sessions
WHEN EXISTS (SELECT 1 FROM notes WHERE session_id = OLD.id AND state = 'signed')
BEGIN SELECT RAISE (ABORT, 'the session of a signed note is final'); END;

CREATE TRIGGER signed_consent_is_final BEFORE UPDATE ON consents
WHEN OLD.state IN ('signed', 'withdrawn', 'expired') AND (
    NEW.sealed IS NOT OLD.sealed OR NEW.template IS NOT OLD.template
    OR NEW.edition IS NOT OLD.edition OR NEW.case_id IS NOT OLD.case_id
    OR NEW.method IS NOT OLD.method OR NEW.id IS NOT OLD.id
    OR NEW.digest IS NOT OLD.digest OR NEW.wording IS NOT OLD.wording
    OR NEW.mode IS NOT OLD.mode OR NEW.ends_at IS NOT OLD.ends_at
    OR NOT (OLD.state = 'signed' AND NEW.state IN ('withdrawn', 'expired')))
BEGIN SELECT RAISE (ABORT, 'a signed consent is final'); END;
CREATE TRIGGER signed_consent_stays BEFORE DELETE ON consents
WHEN OLD.state IN ('signed', 'withdrawn', 'expired')
    AND NOT EXISTS (SELECT 1 FROM destruction WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE (ABORT, 'a signed consent stays'); END;

CREATE TRIGGER consent_wording_is_final BEFORE UPDATE ON consents
WHEN NEW.wording IS NOT OLD.wording OR NEW.template IS NOT OLD.template
    OR NEW.edition IS NOT OLD.edition OR NEW.case_id IS NOT OLD.case_id
    OR NEW.purpose IS NOT OLD.purpose
BEGIN SELECT RAISE (ABORT, 'the words of a consent are final'); END;
CREATE TRIGGER consent_begins_as_draft BEFORE INSERT ON consents WHEN NEW.state <> 'draft'
BEGIN SELECT RAISE (ABORT, 'a consent begins as a draft'); END;

-- After the signature one step may follow, the end of the consent.
CREATE TRIGGER consent_step_comes_in_time BEFORE INSERT ON consent_steps
WHEN EXISTS (
    SELECT 1 FROM consents WHERE id = NEW.consent_id AND (state IN ('withdrawn', 'expired')
        OR (state = 'signed' AND NEW.state NOT IN ('withdrawn', 'expired'))))
BEGIN SELECT RAISE (ABORT, 'the steps of a signed consent are final'); END;
CREATE TRIGGER consent_step_is_final BEFORE UPDATE ON consent_steps
BEGIN SELECT RAISE (ABORT, 'a step of a consent is final'); END;
CREATE TRIGGER consent_step_stays BEFORE DELETE ON consent_steps
WHEN NOT EXISTS (
    SELECT 1 FROM destruction JOIN consents USING (case_id) WHERE consents.id = OLD.consent_id)
BEGIN SELECT RAISE (ABORT, 'a step of a consent stays'); END;

CREATE TRIGGER document_comes_before_signature BEFORE INSERT ON documents
WHEN EXISTS (
    SELECT 1 FROM consents
    WHERE id = NEW.consent_id AND state IN ('signed', 'withdrawn', 'expired'))
BEGIN SELECT RAISE (ABORT, 'the documents of a signed consent are final'); END;
CREATE TRIGGER document_is_final BEFORE UPDATE ON documents
BEGIN SELECT RAISE (ABORT, 'a document is final'); END;
CREATE TRIGGER document_stays BEFORE DELETE ON documents
WHEN NOT EXISTS (SELECT 1 FROM destruction WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE (ABORT, 'a document stays'); END;

CREATE TRIGGER destruction_is_recorded BEFORE INSERT ON destruction
WHEN NOT EXISTS (SELECT 1 FROM destructions WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE (ABORT, 'a destruction is recorded first'); END;
CREATE TRIGGER destruction_record_is_final BEFORE UPDATE ON destructions
BEGIN SELECT RAISE (ABORT, 'the record of a destruction is final'); END;
CREATE TRIGGER destruction_record_stays BEFORE DELETE ON destructions
BEGIN SELECT RAISE (ABORT, 'the record of a destruction stays'); END;

CREATE TRIGGER audit_is_final BEFORE UPDATE ON audit
BEGIN SELECT RAISE (ABORT, 'the trail is append-only'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit
BEGIN SELECT RAISE (ABORT, 'the trail is append-only'); END;

-- Appointments. A series is a rule by somebody's wall clock (`zone`; empty: this computer's); a slot
-- of it has a row of its own only once something happened to it. `ends_at` is the last slot.
CREATE TABLE appointment_series (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    starts_at TEXT NOT NULL,
    ends_at TEXT,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    zone TEXT NOT NULL,
    mode TEXT NOT NULL,
    rule TEXT NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
CREATE INDEX series_of_case ON appointment_series (case_id);

CREATE TABLE appointments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    series_id INTEGER REFERENCES appointment_series (id),
    slot TEXT,
    starts_at TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    zone TEXT NOT NULL,
    mode TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('booked', 'moved', 'held', 'missed', 'cancelled')),
    moves INTEGER NOT NULL DEFAULT 0,
    session_id INTEGER UNIQUE REFERENCES sessions (id),
    sealed BLOB NOT NULL,
    UNIQUE (series_id, slot),
    CHECK ((series_id IS NULL) = (slot IS NULL)),
    CHECK (session_id IS NULL OR state = 'held')
) STRICT;
CREATE INDEX appointments_of_case ON appointments (case_id);
CREATE INDEX appointments_by_time ON appointments (starts_at);

-- Every change of a time (clause 082).
CREATE TABLE appointment_moves (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    from_at TEXT NOT NULL,
    to_at TEXT NOT NULL,
    at TEXT NOT NULL,
    following INTEGER NOT NULL CHECK (following IN (0, 1))
) STRICT;
CREATE INDEX moves_of_case ON appointment_moves (case_id);
CREATE TRIGGER appointment_move_is_final BEFORE UPDATE ON appointment_moves
BEGIN SELECT RAISE (ABORT, 'a change of time is final'); END;

-- Recordings. Each lies in a SQLCipher database of its own, media/<name>.db, whose key is wrapped here
-- under the case's key. `digest` is keyed under that recording's key, so it confirms no guess after
-- erasure; `file_digest` is over the encrypted file, which never changes, and is checked without a key.
CREATE TABLE recordings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    session_id INTEGER REFERENCES sessions (id),
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('audio', 'video')),
    media_type TEXT NOT NULL,
    made_at TEXT NOT NULL,
    stored_at TEXT NOT NULL,
    size INTEGER NOT NULL,
    chunks INTEGER NOT NULL,
    digest BLOB NOT NULL,
    file_digest BLOB NOT NULL,
    wrapped_key BLOB NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
CREATE INDEX recordings_of_case ON recordings (case_id);
CREATE TRIGGER recording_is_final BEFORE UPDATE ON recordings
BEGIN SELECT RAISE (ABORT, 'a recording is final'); END;

-- Files in media/ that belong to no recording, not yet or not any more: what a killed program leaves of
-- them is removed at the next opening. A file that stands neither here nor above is not touched.
CREATE TABLE loose_media (
    name TEXT PRIMARY KEY,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The first of the two steps to a destruction.
CREATE TABLE destruction_marks (
    case_id INTEGER PRIMARY KEY REFERENCES cases (id),
    at TEXT NOT NULL,
    ground TEXT NOT NULL DEFAULT ''
) STRICT;

-- A second copy of each case's wrapped key, on pages of its own: one bad page in `cases` would cost
-- every word of the cases on it. It follows the first, so that destroying that destroys both.
CREATE TABLE case_key_copies (
    case_id INTEGER PRIMARY KEY,
    wrapped_key BLOB NOT NULL,
    key_kind TEXT NOT NULL
) STRICT;
CREATE TRIGGER case_key_is_copied AFTER INSERT ON cases
BEGIN INSERT INTO case_key_copies VALUES (NEW.id, NEW.wrapped_key, NEW.key_kind); END;
CREATE TRIGGER case_key_copy_follows AFTER UPDATE OF wrapped_key, key_kind ON cases
BEGIN
    UPDATE case_key_copies SET wrapped_key = NEW.wrapped_key, key_kind = NEW.key_kind
    WHERE case_id = NEW.id;
END;
CREATE TRIGGER case_key_copy_goes_along AFTER DELETE ON cases
BEGIN DELETE FROM case_key_copies WHERE case_id = OLD.id; END;

-- Cases with a password of their own (key_kind 'password'): how it is derived, and the case's key
-- sealed to the recovery key, where that was chosen; `recovery_slot` says to which recovery key.
CREATE TABLE case_locks (
    case_id INTEGER PRIMARY KEY REFERENCES cases (id),
    salt BLOB NOT NULL,
    memory_kib INTEGER NOT NULL,
    iterations INTEGER NOT NULL,
    lanes INTEGER NOT NULL,
    recovery BLOB,
    recovery_slot BLOB,
    CHECK ((recovery IS NULL) = (recovery_slot IS NULL))
) STRICT;

-- A second copy of each, on pages of its own, as of the wrapped keys: without the salt no password
-- opens the case any more.
CREATE TABLE case_lock_copies (
    case_id INTEGER PRIMARY KEY,
    salt BLOB NOT NULL,
    memory_kib INTEGER NOT NULL,
    iterations INTEGER NOT NULL,
    lanes INTEGER NOT NULL,
    recovery BLOB,
    recovery_slot BLOB
) STRICT;
CREATE TRIGGER case_lock_is_copied AFTER INSERT ON case_locks
BEGIN
    INSERT INTO case_lock_copies VALUES (
        NEW.case_id, NEW.salt, NEW.memory_kib, NEW.iterations, NEW.lanes, NEW.recovery, NEW.recovery_slot
    );
END;
CREATE TRIGGER case_lock_copy_follows AFTER UPDATE ON case_locks
BEGIN
    UPDATE case_lock_copies SET recovery = NEW.recovery, recovery_slot = NEW.recovery_slot
    WHERE case_id = NEW.case_id;
END;
CREATE TRIGGER case_lock_copy_goes_along AFTER DELETE ON case_locks
BEGIN DELETE FROM case_lock_copies WHERE case_id = OLD.case_id; END;

-- The half of the recovery key that locks and does not open, and the salt of the slot of the header
-- that it belongs to.
CREATE TABLE recovery_half (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    slot BLOB NOT NULL,
    public BLOB NOT NULL
) STRICT;

-- What the file of a case holds beside its notes: screens, contacts, reviews. Each is final when made.
CREATE TABLE entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    session_id INTEGER REFERENCES sessions (id),
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
CREATE INDEX entries_of_case ON entries (case_id);
CREATE TRIGGER entry_is_final BEFORE UPDATE ON entries
BEGIN SELECT RAISE (ABORT, 'an entry is final'); END;
-- A note from before the program is a copy: the import that brought it can be taken back.
CREATE TRIGGER entry_stays BEFORE DELETE ON entries
WHEN OLD.kind <> 'imported note'
    AND NOT EXISTS (SELECT 1 FROM destruction WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE (ABORT, 'an entry stays'); END;

-- A paper that belongs to an entry, such as the scan of a court's letter: final as the entry is.
CREATE TABLE entry_documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    entry_id INTEGER NOT NULL REFERENCES entries (id),
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    at TEXT NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
CREATE INDEX entry_documents_of_case ON entry_documents (case_id);
CREATE INDEX entry_documents_of_entry ON entry_documents (entry_id);
CREATE TRIGGER entry_document_is_final BEFORE UPDATE ON entry_documents
BEGIN SELECT RAISE (ABORT, 'the paper of an entry is final'); END;
CREATE TRIGGER entry_document_stays BEFORE DELETE ON entry_documents
WHEN NOT EXISTS (SELECT 1 FROM destruction WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE (ABORT, 'the paper of an entry stays'); END;

-- What is known of a session beside its note. It is final when a note of the session is signed.
CREATE TABLE session_sheets (
    session_id INTEGER PRIMARY KEY REFERENCES sessions (id),
    case_id INTEGER NOT NULL REFERENCES cases (id),
    updated_at TEXT NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
CREATE INDEX sheets_of_case ON session_sheets (case_id);
CREATE TRIGGER signed_sheet_comes_in_time BEFORE INSERT ON session_sheets
WHEN EXISTS (SELECT 1 FROM notes WHERE session_id = NEW.session_id AND state = 'signed')
BEGIN SELECT RAISE (ABORT, 'the sheet of a signed note is final'); END;
CREATE TRIGGER signed_sheet_is_final BEFORE UPDATE ON session_sheets
WHEN EXISTS (SELECT 1 FROM notes WHERE session_id = OLD.session_id AND state = 'signed')
BEGIN SELECT RAISE (ABORT, 'the sheet of a signed note is final'); END;
CREATE TRIGGER signed_sheet_stays BEFORE DELETE ON session_sheets
WHEN EXISTS (SELECT 1 FROM notes WHERE session_id = OLD.session_id AND state = 'signed')
    AND NOT EXISTS (SELECT 1 FROM destruction WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE (ABORT, 'the sheet of a signed note stays'); END;

-- What the practice keeps about itself and not about a client: credentials, trainings, supervision,
-- platforms, private accounts, policies. `value` is JSON; nothing here is final.
CREATE TABLE practice_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE practice_documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES practice_entries (id),
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    at TEXT NOT NULL,
    data BLOB NOT NULL
) STRICT;
CREATE INDEX practice_documents_of_entry ON practice_documents (entry_id);

-- Which answers of a questionnaire were taken into which case, so that they are known when they come
-- again. Both are keyed hashes: nobody can try names on them without the key of the vault.
CREATE TABLE answer_marks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    mark BLOB NOT NULL,
    content BLOB NOT NULL
) STRICT;
CREATE INDEX answer_marks_of_case ON answer_marks (case_id);
-- What the counselor thinks, of a session or of a case: no part of the record, in no index of words,
-- never signed. Each can be changed, and deleted by itself.
CREATE TABLE reflections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    session_id INTEGER REFERENCES sessions (id),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
CREATE INDEX reflections_of_case ON reflections (case_id);
