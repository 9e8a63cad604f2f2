package org.folkmoot.access;

/// A page on which a teammate chooses something for herself in one community; each module offers
/// its own as beans, and the page of the account leads there.
///
/// @param key of its words in the messages
/// @param path below the community: "/briefing/letters"
public record OwnSetting(String key, String path) {}
