package org.folkmoot.store;

/// The server is up and answers: time to go on with what the last one left. Never told on the
/// command line, whose verbs leave such work to the server.
public record Opened() {}
