package org.folkmoot.members;

/// Hears what the team writes down about people, in the transaction that writes it.
public interface NoteHearer {

    /// A note is new, or its text is another now.
    ///
    /// @param member on whom it was put
    /// @param text Markdown
    void wrote(long member, long note, String text);
}
