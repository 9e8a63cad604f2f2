package org.folkmoot.store;

import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Begins each transaction by telling the database for whom it is. The setting ends with the
/// transaction, so a pooled connection never carries it on.
final class CommunityTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1;

    CommunityTransactions(DataSource source) {
        super(source);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var community = Here.communityOrNull();
        var account = Here.accountOrNull();
        if (community == null && account == null) {
            return;
        }
        var holder =
                (ConnectionHolder)
                        Objects.requireNonNull(
                                TransactionSynchronizationManager.getResource(
                                        Objects.requireNonNull(getDataSource())));
        try (var set =
                holder.getConnection()
                        .prepareStatement(
                                "select set_config('folkmoot.community', ?, true),"
                                        + " set_config('folkmoot.account', ?, true)")) {
            set.setString(1, community == null ? "" : community.toString());
            set.setString(2, account == null ? "" : account.toString());
            set.execute();
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("Could not name the community", e);
        }
    }
}
