create table community.community (
    id integer generated always as identity primary key,
    slug text not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) <= 63),
    name text not null check (length(name) between 1 and 200),
    kind text not null,
    timezone text not null,
    locale text not null default 'en',
    demo boolean not null default false,
    created_at timestamptz not null default now()
);
