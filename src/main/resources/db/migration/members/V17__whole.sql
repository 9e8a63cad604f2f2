-- Members are added with all that is known of them, so they count for their organisation as they come.
create function members.came_to() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    if folkmoot.community() is not null then
        perform members.count_for(new.organisation, 1);
    end if;
    return null;
end $$;
create trigger came_to after insert on members.member for each row
    when (new.organisation is not null and coalesce(new.role_by_hand, new.role) <> 'nobody') execute function members.came_to();
