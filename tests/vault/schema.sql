CREATE TRIGGER amendment_is_final BEFORE UPDATE ON amendments
BEGIN SELECT RAISE (ABORT, 'an amendment is final'); END;
CREATE TRIGGER amendment_stays BEFORE DELETE ON amendments
WHEN NOT EXISTS (SELECT 1 FROM destruction WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE (ABORT, 'an amendment stays'); END;
CREATE TRIGGER appointment_move_is_final BEFORE UPDATE ON appointment_moves
BEGIN SELECT RAISE (ABORT, 'a change of time is final'); END;
CREATE TRIGGER audit_is_final BEFORE UPDATE ON audit
BEGIN SELECT RAISE (ABORT, 'the trail is append-only'); END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit
BEGIN SELECT RAISE (ABORT, 'the trail is append-only'); END;
CREATE TRIGGER case_key_copy_follows AFTER UPDATE OF wrapped_key, key_kind ON cases
BEGIN
    UPDATE case_key_copies SET wrapped_key = NEW.wrapped_key, key_kind = NEW.key_kind
    WHERE case_id = NEW.id;
END;
CREATE TRIGGER case_key_copy_goes_along AFTER DELETE ON cases
BEGIN DELETE FROM case_key_copies WHERE case_id = OLD.id; END;
CREATE TRIGGER case_key_is_copied AFTER INSERT ON cases
BEGIN INSERT INTO case_key_copies VALUES (NEW.id, NEW.wrapped_key, NEW.key_kind); END;
CREATE TRIGGER case_lock_copy_follows AFTER UPDATE ON case_locks
BEGIN
    UPDATE case_lock_copies SET recovery = NEW.recovery, recovery_slot = NEW.recovery_slot
    WHERE case_id = NEW.case_id;
END;
CREATE TRIGGER case_lock_copy_goes_along AFTER DELETE ON case_locks
BEGIN DELETE FROM case_lock_copies WHERE case_id = OLD.case_id; END;
CREATE TRIGGER case_lock_is_copied AFTER INSERT ON case_locks
BEGIN
    INSERT INTO case_lock_copies VALUES (
        NEW.case_id, NEW.salt, NEW.memory_kib, NEW.iterations, NEW.lanes, NEW.recovery, NEW.recovery_slot
    );
END;
CREATE TRIGGER consent_begins_as_draft BEFORE INSERT ON consents WHEN NEW.state <> 'draft'
BEGIN SELECT RAISE (ABORT, 'a consent begins as a draft'); END;
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
CREATE TRIGGER consent_wording_is_final BEFORE UPDATE ON consents
WHEN NEW.wording IS NOT OLD.wording OR NEW.template IS NOT OLD.template
    OR NEW.edition IS NOT OLD.edition OR NEW.case_id IS NOT OLD.case_id
    OR NEW.purpose IS NOT OLD.purpose
BEGIN SELECT RAISE (ABORT, 'the words of a consent are final'); END;
CREATE TRIGGER destruction_is_recorded BEFORE INSERT ON destruction
WHEN NOT EXISTS (SELECT 1 FROM destructions WHERE case_id = NEW.case_id)
BEGIN SELECT RAISE (ABORT, 'a destruction is recorded first'); END;
CREATE TRIGGER destruction_record_is_final BEFORE UPDATE ON destructions
BEGIN SELECT RAISE (ABORT, 'the record of a destruction is final'); END;
CREATE TRIGGER destruction_record_stays BEFORE DELETE ON destructions
BEGIN SELECT RAISE (ABORT, 'the record of a destruction stays'); END;
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
CREATE TRIGGER entry_document_is_final BEFORE UPDATE ON entry_documents
BEGIN SELECT RAISE (ABORT, 'the paper of an entry is final'); END;
CREATE TRIGGER entry_document_stays BEFORE DELETE ON entry_documents
WHEN NOT EXISTS (SELECT 1 FROM destruction WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE (ABORT, 'the paper of an entry stays'); END;
CREATE TRIGGER entry_is_final BEFORE UPDATE ON entries
BEGIN SELECT RAISE (ABORT, 'an entry is final'); END;
CREATE TRIGGER entry_stays BEFORE DELETE ON entries
WHEN OLD.kind <> 'imported note'
    AND NOT EXISTS (SELECT 1 FROM destruction WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE (ABORT, 'an entry stays'); END;
CREATE TRIGGER recording_is_final BEFORE UPDATE ON recordings
BEGIN SELECT RAISE (ABORT, 'a recording is final'); END;
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
CREATE TRIGGER signed_note_is_final BEFORE UPDATE ON notes WHEN OLD.state = 'signed'
BEGIN SELECT RAISE (ABORT, 'a signed note is final'); END;
CREATE TRIGGER signed_note_stays BEFORE DELETE ON notes
WHEN OLD.state = 'signed' AND NOT EXISTS (SELECT 1 FROM destruction WHERE case_id = OLD.case_id)
BEGIN SELECT RAISE (ABORT, 'a signed note stays'); END;
CREATE TRIGGER signed_session_is_final BEFORE UPDATE ON sessions
WHEN EXISTS (SELECT 1 FROM notes WHERE session_id = OLD.id AND state = 'signed')
BEGIN SELECT RAISE (ABORT, 'the session of a signed note is final'); END;
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
CREATE TABLE amendment_drafts (
    note_id INTEGER PRIMARY KEY REFERENCES notes (id),
    case_id INTEGER NOT NULL REFERENCES cases (id),
    updated_at TEXT NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
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
CREATE TABLE answer_marks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    mark BLOB NOT NULL,
    content BLOB NOT NULL
) STRICT;
CREATE TABLE appointment_moves (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    from_at TEXT NOT NULL,
    to_at TEXT NOT NULL,
    at TEXT NOT NULL,
    following INTEGER NOT NULL CHECK (following IN (0, 1))
) STRICT;
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
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    case_id INTEGER,
    subject INTEGER,
    link BLOB NOT NULL
) STRICT;
CREATE TABLE case_drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    kind TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    sealed BLOB NOT NULL,
    UNIQUE (case_id, kind)
) STRICT;
CREATE TABLE case_form (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    updated_at TEXT NOT NULL,
    wrapped_key BLOB NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
CREATE TABLE case_key_copies (
    case_id INTEGER PRIMARY KEY,
    wrapped_key BLOB NOT NULL,
    key_kind TEXT NOT NULL
) STRICT;
CREATE TABLE case_lock_copies (
    case_id INTEGER PRIMARY KEY,
    salt BLOB NOT NULL,
    memory_kib INTEGER NOT NULL,
    iterations INTEGER NOT NULL,
    lanes INTEGER NOT NULL,
    recovery BLOB,
    recovery_slot BLOB
) STRICT;
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
CREATE TABLE consent_steps (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    consent_id INTEGER NOT NULL REFERENCES consents (id),
    state TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
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
CREATE TABLE destruction (
    case_id INTEGER PRIMARY KEY,
    gone INTEGER NOT NULL DEFAULT 1 REFERENCES never (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE destruction_marks (
    case_id INTEGER PRIMARY KEY REFERENCES cases (id),
    at TEXT NOT NULL,
    ground TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE destructions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL,
    at TEXT NOT NULL,
    opened_at TEXT NOT NULL DEFAULT '',
    held TEXT NOT NULL DEFAULT '{}',
    ground TEXT NOT NULL DEFAULT ''
) STRICT;
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
CREATE TABLE entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    session_id INTEGER REFERENCES sessions (id),
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
CREATE TABLE entry_documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    entry_id INTEGER NOT NULL REFERENCES entries (id),
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    at TEXT NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
CREATE TABLE indexed (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    note_id INTEGER NOT NULL REFERENCES notes (id),
    amendment_id INTEGER UNIQUE REFERENCES amendments (id)
) STRICT;
CREATE TABLE loose_media (
    name TEXT PRIMARY KEY,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE never (id INTEGER PRIMARY KEY CHECK (id IS NULL)) STRICT;
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
CREATE TABLE practice_documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES practice_entries (id),
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    at TEXT NOT NULL,
    data BLOB NOT NULL
) STRICT;
CREATE TABLE practice_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    value TEXT NOT NULL
) STRICT;
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
CREATE TABLE recovery_half (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    slot BLOB NOT NULL,
    public BLOB NOT NULL
) STRICT;
CREATE TABLE reflections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    session_id INTEGER REFERENCES sessions (id),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
CREATE TABLE session_sheets (
    session_id INTEGER PRIMARY KEY REFERENCES sessions (id),
    case_id INTEGER NOT NULL REFERENCES cases (id),
    updated_at TEXT NOT NULL,
    sealed BLOB NOT NULL
) STRICT;
CREATE TABLE sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    number INTEGER NOT NULL,
    starts_at TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes > 0),
    mode TEXT NOT NULL,
    UNIQUE (case_id, number)
) STRICT;
CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (body, content = '', columnsize = 0, tokenize = 'ascii');
CREATE INDEX amendments_of_case ON amendments (case_id);
CREATE INDEX amendments_of_note ON amendments (note_id);
CREATE INDEX answer_marks_of_case ON answer_marks (case_id);
CREATE INDEX appointments_by_time ON appointments (starts_at);
CREATE INDEX appointments_of_case ON appointments (case_id);
CREATE INDEX clients_of_case ON clients (case_id);
CREATE INDEX consents_of_case ON consents (case_id);
CREATE INDEX documents_of_consent ON documents (consent_id);
CREATE INDEX drafts ON notes (id) WHERE state = 'draft';
CREATE INDEX entries_of_case ON entries (case_id);
CREATE INDEX entry_documents_of_case ON entry_documents (case_id);
CREATE INDEX entry_documents_of_entry ON entry_documents (entry_id);
CREATE UNIQUE INDEX indexed_note ON indexed (note_id) WHERE amendment_id IS NULL;
CREATE INDEX indexed_of_case ON indexed (case_id);
CREATE INDEX moves_of_case ON appointment_moves (case_id);
CREATE INDEX notes_of_case ON notes (case_id);
CREATE INDEX notes_of_session ON notes (session_id);
CREATE INDEX practice_documents_of_entry ON practice_documents (entry_id);
CREATE INDEX recordings_of_case ON recordings (case_id);
CREATE INDEX reflections_of_case ON reflections (case_id);
CREATE INDEX series_of_case ON appointment_series (case_id);
CREATE INDEX sheets_of_case ON session_sheets (case_id);
CREATE INDEX steps_of_consent ON consent_steps (consent_id);
PRAGMA user_version = 1;
