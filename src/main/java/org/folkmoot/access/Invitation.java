package org.folkmoot.access;

import java.time.Instant;

/// An open door for one person; the secret of its link is not kept.
///
/// @param by who invited
record Invitation(long id, String email, Role role, String by, Instant at, Instant expiresAt) {}
