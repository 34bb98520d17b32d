-- movein: a vendor's citizen's number and tax code come in with the old books, too. Whether the
-- books have the same one already is told by the keyed hashes alone; no number is opened for it.
create or replace view tenancy.v_vendor with (security_invoker = true) as
  select board_id, id as vendor_id, kind, name, represented_by, represented_as, phone_last4,
         phone_print, id_number_print, tax_code_print
    from tenancy.vendor;
