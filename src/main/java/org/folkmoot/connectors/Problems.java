package org.folkmoot.connectors;

import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.zip.ZipException;
import org.springframework.dao.DataAccessException;

/// What can be wrong with an export or the place it goes to.
final class Problems {

    private static final String DISK_FULL = "53100";

    private Problems() {}

    /// What is wrong with an export, for the person who imports.
    static String inWords(IOException e) {
        return e instanceof EOFException || e instanceof ZipException || e.getMessage() == null
                ? "The file is damaged: a part of it is missing or cannot be unpacked. Download it again and import it anew."
                : e.getMessage();
    }

    /// Whether the database's disk is full.
    static boolean isFull(Throwable e) {
        return e instanceof DataAccessException data
                && data.getMostSpecificCause() instanceof SQLException sql
                && DISK_FULL.equals(sql.getSQLState());
    }
}
