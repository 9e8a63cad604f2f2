package org.folkmoot.sources.comparing;

import java.time.Instant;

/// How much there is of something, there and here.
///
/// @param name for people
/// @param theirs what the platform said
/// @param ours how much of it was here then; deleted ones are not counted
public record Compared(String name, long theirs, long ours, Instant at) {}
