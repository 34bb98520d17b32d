-- platform: a province that is loaded says so in one word. Releases before counted its steps; what they
-- left half done stays as it is, for the steps are others now.
update platform.setting set value = value || '{"loaded": true}'
 where key = 'province' and jsonb_typeof(value->'done') = 'number';
