package org.folkmoot.connectors;

import java.nio.file.Path;
import java.time.Instant;

/// A file that somebody dropped, until it is imported.
///
/// @param id 32 hex digits, unguessable
/// @param name cleaned: safe to show and to use in a path
/// @param size bytes
public record Upload(String id, Path path, String name, long size, Instant at) {}
